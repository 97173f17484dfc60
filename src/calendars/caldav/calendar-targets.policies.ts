import { definePolicy } from '../../auth/policy.js';

export const manageTargets = definePolicy('calendar_targets.manage', ['admin']);
