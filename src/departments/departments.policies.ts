import { definePolicy } from '../auth/policy.js';

export const readOrganisation = definePolicy('organisation.read', 'signed_in');
export const recordAbsence = definePolicy('absences.record', 'signed_in');
export const importStaff = definePolicy('staff.import', ['admin']);
export const manageClosedDays = definePolicy('closed_days.manage', ['meeting_secretary', 'admin']);
