import { definePolicy } from '../../auth/policy.js';

/** Those who keep the municipality's own data: organisation, series, closed days, rules, jobs. No youth is among it. */
export const administer = definePolicy('pages.administration', ['admin', 'meeting_secretary', 'chair']);
