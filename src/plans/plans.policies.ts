import { definePolicy } from '../auth/policy.js';

export const readPlan = definePolicy('plans.read', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
/** The coordinating caseworker alone: the relation is checked behind the route. */
export const writePlan = definePolicy('plans.write', ['caseworker', 'team_leader']);
