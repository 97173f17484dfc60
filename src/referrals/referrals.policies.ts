import { definePolicy } from '../auth/policy.js';

/** Caseworkers and team leaders of every unit may raise a referral (TULU-rapporten 2016, ønske 1). */
export const raiseReferral = definePolicy('referrals.raise', ['caseworker', 'team_leader']);
export const readReferrals = definePolicy('referrals.read', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
export const triageReferral = definePolicy('referrals.triage', ['meeting_secretary', 'chair']);
/** The author may end an own referral; triage may end any. */
export const endReferral = definePolicy('referrals.end', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
