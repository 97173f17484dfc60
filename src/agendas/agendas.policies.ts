import { definePolicy } from '../auth/policy.js';

/** Whose item it is decides further. */
export const readAgenda = definePolicy('agendas.read', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
export const writeAgenda = definePolicy('agendas.write', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
