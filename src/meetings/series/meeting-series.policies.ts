import { definePolicy } from '../../auth/policy.js';

export const readSeriesPolicy = definePolicy('meeting_series.read', 'signed_in');
export const manageSeries = definePolicy('meeting_series.manage', ['meeting_secretary', 'chair']);
