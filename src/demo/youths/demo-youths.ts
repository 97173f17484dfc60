import type { DemoYouth } from './demo-youth.js';
import { NAMED_YOUTHS } from './named-youths.data.js';
import { SUPPORTING_YOUTHS } from './supporting-youths.data.js';

/** Everybody with a part, by the name that the stories use. */
export const DEMO_YOUTHS = { ...NAMED_YOUTHS, ...SUPPORTING_YOUTHS };

export type YouthName = keyof typeof DEMO_YOUTHS;

/** Their entries in a fixed order, which gives each a number. */
export const DEMO_YOUTH_LIST = Object.entries(DEMO_YOUTHS) as ReadonlyArray<[YouthName, DemoYouth]>;
