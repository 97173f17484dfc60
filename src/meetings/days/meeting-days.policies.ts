import { definePolicy } from '../../auth/policy.js';

export const readMeetingDays = definePolicy('meeting_days.read', 'signed_in');
/** Which day decides further: the secretary leads every day, a chair only those they chair. */
export const manageMeetingDays = definePolicy('meeting_days.manage', ['meeting_secretary', 'chair']);
/** Whoever sits the whole day answers for themselves. */
export const answerMeetingDays = definePolicy('meeting_days.answer', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
