import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { ReferralTypeCode } from '../types/referral-codes.js';
import { BELONGS_QUESTIONS, type BelongsAnswers, type BelongsOutcome } from './belongs-answers.js';
import type { BelongsRule } from './belongs-rule.js';
import { BELONGS_RULES } from './belongs-rules.data.js';

type Key = keyof BelongsAnswers;

export interface BelongsFinding {
  readonly rule: string;
  readonly text: string;
  readonly source: string;
}

export interface BelongsResult {
  readonly outcome: BelongsOutcome;
  readonly explanations: readonly BelongsFinding[];
  /** A type that fits better, when the rule that decided names one. */
  readonly suggestedType: ReferralTypeCode | null;
}

/**
 * "Hører sagen til på K-mødet?": the first rule in force that fits the answers decides; the other fitting rules with the
 * same outcome explain it too. Nothing fits: unclear, and the open questions are named.
 */
export function belongs(
  answers: BelongsAnswers, type: ReferralTypeCode, on: CalendarDate, rules: readonly BelongsRule[] = BELONGS_RULES,
): BelongsResult {
  const fitting = rules.filter((rule) => isInForce(rule, on) && concerns(rule, type) && fits(rule.when, answers));
  const [deciding] = fitting;
  if (deciding === undefined) return { outcome: 'unclear', explanations: [whatIsMissing(answers)], suggestedType: null };
  const explanations = fitting
    .filter((rule) => rule.outcome === deciding.outcome)
    .map(({ code, explanation, source }) => ({ rule: code, text: explanation, source }));
  return { outcome: deciding.outcome, explanations, suggestedType: deciding.suggestedType ?? null };
}

function isInForce(rule: BelongsRule, on: CalendarDate): boolean {
  return rule.inForceFrom <= on && (rule.inForceTo === null || on <= rule.inForceTo);
}

function concerns(rule: BelongsRule, type: ReferralTypeCode): boolean {
  return rule.types === undefined || rule.types.includes(type);
}

function fits(when: BelongsRule['when'], answers: BelongsAnswers): boolean {
  return (Object.keys(when) as Key[]).every((key) => {
    const accepted: readonly unknown[] = when[key] ?? [];
    return accepted.includes(answers[key] ?? null);
  });
}

function whatIsMissing(answers: BelongsAnswers): BelongsFinding {
  const open = (Object.keys(BELONGS_QUESTIONS) as Key[]).filter((key) => (answers[key] ?? null) === null);
  const text = open.length === 0
    ? 'Svarene passer ikke på noget kriterium.'
    : `Svarene er ikke nok til at afgøre det. Ubesvaret: ${open.map((key) => BELONGS_QUESTIONS[key]).join(' ')}`;
  return { rule: 'unclear', text, source: 'Status på K-møder, oktober 2020' };
}
