import { definePolicy } from '../auth/policy.js';

const CASE_ROLES = ['caseworker', 'team_leader', 'meeting_secretary', 'chair'] as const;

export const readConclusions = definePolicy('conclusions.read', CASE_ROLES);
/** Chair, secretary or the youth's coordinating caseworker: the relation is checked behind the route. */
export const closeItems = definePolicy('conclusions.close', CASE_ROLES);
export const readActions = definePolicy('actions.read', CASE_ROLES);
/** The owner, the coordinating caseworker or the owner's team leader: checked behind the route. */
export const workOnActions = definePolicy('actions.work', CASE_ROLES);
export const workOnFollowUps = definePolicy('follow_ups.work', CASE_ROLES);
export const readPrincipledQuestions = definePolicy('principled_questions.read', CASE_ROLES);
export const raisePrincipledQuestions = definePolicy('principled_questions.raise', CASE_ROLES);
