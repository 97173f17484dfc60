import type { ReferralTypeCode } from '../types/referral-codes.js';
import type { BelongsAnswers, SupportLevel } from './belongs-answers.js';

const LITTLE_SUPPORT: ReadonlySet<SupportLevel> = new Set(['none', 'less_intrusive']);

/**
 * The type that answers point at, for whoever has not chosen one: youth support alone is assessed as such (TULU-rapporten 2016:
 * fælles visitationsudvalg); where several areas are in it and the support afterwards is small, or the youth has turned 18, it is
 * coordination; else a transition. The types without a check of their own are chosen by hand.
 */
export function suggestType(answers: BelongsAnswers, ageYears: number): ReferralTypeCode {
  const { youthSupportOnly, retainedPlacement, supportAfter18 = null, needsSeveralAreas } = answers;
  const little = supportAfter18 !== null && LITTLE_SUPPORT.has(supportAfter18);
  if (youthSupportOnly === true && (supportAfter18 === null || little)) return 'youth_support_assessment';
  if (ageYears >= 18 && retainedPlacement !== true) return 'coordination';
  return needsSeveralAreas === true && little ? 'coordination' : 'transition';
}
