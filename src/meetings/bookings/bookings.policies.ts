import { definePolicy } from '../../auth/policy.js';

/** Whose item it is decides further: the author, the coordinating caseworker, the secretary, the chair of the day. */
export const handleBookings = definePolicy('bookings.handle', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
export const readBookings = definePolicy('bookings.read', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
