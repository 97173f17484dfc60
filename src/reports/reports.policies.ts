import { definePolicy } from '../auth/policy.js';

/** Everyone who works with youths sees the docket; whose item it is, only with access. */
export const readDocket = definePolicy('docket.read', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
export const readStatistics = definePolicy('statistics.read', ['team_leader', 'meeting_secretary', 'chair']);
