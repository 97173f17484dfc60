import { definePolicy } from '../../auth/policy.js';

/** Who may see the jobs, and decide what becomes of a dead one. */
export const monitorJobs = definePolicy('jobs.monitor', ['admin']);
