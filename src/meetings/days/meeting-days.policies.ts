import { definePolicy } from '../../auth/policy.js';

export const readMeetingDays = definePolicy('meeting_days.read', 'signed_in');
/** Which day decides further: the secretary leads every day, a chair only those they chair. */
export const manageMeetingDays = definePolicy('meeting_days.manage', ['meeting_secretary', 'chair']);
