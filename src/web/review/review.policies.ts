import { definePolicy } from '../../auth/policy.js';

export const reviewYouths = definePolicy('pages.review', ['caseworker', 'team_leader']);
