import { definePolicy } from '../auth/policy.js';

/** Those who work with youths; what each sees is decided by access rows. */
const WORKING = ['caseworker', 'team_leader', 'meeting_secretary', 'chair'] as const;

export const importYouths = definePolicy('youths.import', ['team_leader', 'meeting_secretary']);
export const createYouth = definePolicy('youths.create', ['team_leader', 'meeting_secretary']);
export const readYouth = definePolicy('youths.read', [...WORKING]);
export const changeYouth = definePolicy('youths.change', ['caseworker', 'team_leader', 'meeting_secretary']);
export const discloseCpr = definePolicy('youths.disclose_cpr', ['caseworker', 'team_leader', 'meeting_secretary']);
export const lookUpYouth = definePolicy('youths.look_up', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
export const handOver = definePolicy('youths.hand_over', ['caseworker', 'team_leader']);
export const succeedLeaver = definePolicy('staff.succession', ['team_leader']);
