import { definePolicy } from '../auth/policy.js';

export const readDeadlines = definePolicy('deadlines.read', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
export const waiveDeadline = definePolicy('deadlines.waive', ['team_leader']);
export const readRules = definePolicy('deadline_rules.read', 'signed_in');
export const recordMilestone = definePolicy('milestones.record', ['caseworker', 'team_leader', 'meeting_secretary', 'chair']);
export const assessTargetGroup = definePolicy('target_groups.assess', ['caseworker', 'team_leader']);
export const readReminders = definePolicy('reminders.own', ['caseworker', 'team_leader']);
