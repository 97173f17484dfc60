import type { CalendarDate } from '../../../platform/clock/calendar-date.js';
import { belongs, type BelongsFinding } from '../../../referrals/belongs/belongs.js';
import type { BelongsAnswers, BelongsOutcome } from '../../../referrals/belongs/belongs-answers.js';
import { suggestType } from '../../../referrals/belongs/suggest-type.js';
import { stateWhenSent, triageGrounds } from '../../../referrals/triage-grounds.js';
import type { ReferralTypeCode } from '../../../referrals/types/referral-codes.js';
import { OUTCOME_SENTENCES, triageReasons } from '../../words/referral-words.js';

/** What the check says of the answers as they stand. */
export interface CheckView {
  /** Null while nothing is answered. */
  readonly outcome: { readonly code: BelongsOutcome; readonly text: string; readonly findings: readonly BelongsFinding[] } | null;
  /** What happens when it is sent like this. */
  readonly consequence: string;
  /** The check turns it away, and its author may send it all the same. */
  readonly turnedAway: boolean;
  /** Another type that the answers point at. */
  readonly other: { readonly code: ReferralTypeCode; readonly label: string } | null;
}

export interface CheckFacts {
  readonly answers: BelongsAnswers;
  readonly type: ReferralTypeCode;
  readonly urgent: boolean;
  readonly withoutYouthReason: string | null;
  readonly anonymous: boolean;
  readonly ageYears: number | null;
  readonly today: CalendarDate;
  readonly labels: ReadonlyMap<string, string>;
}

/** Types that the answers do not speak for or against. */
const CHOSEN_BY_HAND: ReadonlySet<ReferralTypeCode> = new Set(['sparring', 'stu_assessment', 'internal_discussion', 'network_meeting', 'follow_up']);

/** Whether the case belongs at the K-møde by what has been answered so far, and what sending it would lead to. */
export function checkView(facts: CheckFacts): CheckView {
  const { answers, type, urgent, withoutYouthReason, anonymous } = facts;
  const result = belongs(answers, type, facts.today);
  const said = Object.keys(answers).length > 0 || result.outcome !== 'unclear';
  const triage = { belongsOutcome: result.outcome, urgent, withoutYouthReason, anonymous };
  const state = stateWhenSent(triage, false);
  return {
    outcome: said ? { code: result.outcome, text: OUTCOME_SENTENCES[result.outcome], findings: result.explanations } : null,
    consequence: said ? consequenceOf(state, triageReasons(triageGrounds(triage))) : 'Svar på spørgsmålene, så siger tjekket, om sagen hører til.',
    turnedAway: said && state === 'draft',
    other: otherType(facts),
  };
}

function consequenceOf(state: ReturnType<typeof stateWhenSent>, reasons: string): string {
  switch (state) {
    case 'accepted': return 'Når du sender, kan du vælge en tid med det samme.';
    case 'submitted': return `Når du sender, ser K-mødesekretæren på den først, fordi ${reasons}.`;
    case 'draft': return 'Den bliver ikke sendt af sig selv. Du kan sende den til vurdering alligevel.';
  }
}

function otherType({ answers, type, ageYears, labels }: CheckFacts): CheckView['other'] {
  if (ageYears === null || CHOSEN_BY_HAND.has(type)) return null;
  const code = suggestType(answers, ageYears);
  return code === type ? null : { code, label: labels.get(code) ?? code };
}
