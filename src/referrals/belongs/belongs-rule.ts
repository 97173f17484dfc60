import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { ReferralTypeCode } from '../types/referral-codes.js';
import type { BelongsAnswers, BelongsOutcome } from './belongs-answers.js';

type Key = keyof BelongsAnswers;
type Conditions = { readonly [K in Key]?: readonly (BelongsAnswers[K] & {} | null)[] };

/** A criterion with the answers that it fits. `null` among them also fits a question that was not answered. */
export interface BelongsRule {
  readonly code: string;
  readonly outcome: BelongsOutcome;
  /** Left out: every type. */
  readonly types?: readonly ReferralTypeCode[];
  readonly when: Conditions;
  readonly explanation: string;
  readonly source: string;
  readonly suggestedType?: ReferralTypeCode;
  readonly inForceFrom: CalendarDate;
  /** Last day in force. */
  readonly inForceTo: CalendarDate | null;
}
