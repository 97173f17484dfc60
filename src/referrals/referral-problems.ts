import { type FieldError, rule } from '../platform/errors/domain-error.js';
import { CPR_SHAPE } from '../platform/logging/cpr-shape.js';
import type { ReferralTypeDefinition } from './types/referral-type-definition.js';

/** What was sent, as far as the rules of its type look at it. */
export interface ReferralContent {
  readonly anonymous: boolean;
  readonly reason: string;
  /** The other free texts. */
  readonly texts: readonly string[];
  readonly areas: readonly string[];
  readonly urgent: { readonly reason: string; readonly note: string | null } | null;
  readonly withoutYouth: { readonly reason: string; readonly note: string | null } | null;
}

const YOUTH_REQUIRED = problem('youthId', 'youth_required', 'Vælg den unge. Kun sparring og intern drøftelse kan være uden navn.');

type Rules = Pick<ReferralTypeDefinition, 'anonymousAllowed' | 'youth'>;

/** What a referral of a type lacks before it can be sent; empty when nothing does. A draft may lack it. */
export function referralProblems(content: ReferralContent, rules: Rules, knownAreas: readonly string[]): FieldError[] {
  const problems = [...reasonProblems(content), ...areaProblems(content, knownAreas), ...noteProblems(content)];
  if (content.anonymous) problems.push(...anonymousProblems(content, rules));
  else if (rules.youth === 'absent' && content.withoutYouth === null) {
    problems.push(problem('withoutYouth.reason', 'reason_required', 'Skriv, hvorfor punktet holdes uden den unge.'));
  }
  return problems;
}

/**
 * Not even a draft is kept without a youth, unless its type may be anonymous.
 * @throws DomainError rule `referral_incomplete`
 */
export function requireYouth(youthId: string | null, rules: Pick<Rules, 'anonymousAllowed'>): void {
  if (youthId === null && !rules.anonymousAllowed) throw incomplete([YOUTH_REQUIRED]);
}

/** The refusal that names what a referral lacks. */
export function incomplete(problems: readonly FieldError[]): Error {
  return rule('referral_incomplete', 'Anmodningen mangler noget. Ret felterne og send den igen.', problems);
}

/** A draft may be begun with the answers alone. */
function reasonProblems({ reason }: ReferralContent): FieldError[] {
  return reason.trim() === '' ? [problem('reason', 'reason_required', 'Skriv kort, hvorfor sagen skal på K-mødet.')] : [];
}

function areaProblems({ areas }: ReferralContent, known: readonly string[]): FieldError[] {
  return areas.filter((area) => !known.includes(area)).length === 0 ? []
    : [problem('areas', 'unknown_area', `Vælg blandt områderne ${known.join(', ')}.`)];
}

/** "Andet" says nothing by itself. */
function noteProblems({ urgent, withoutYouth }: ReferralContent): FieldError[] {
  const problems: FieldError[] = [];
  if (urgent?.reason === 'other' && !urgent.note) problems.push(problem('urgent.note', 'note_required', 'Skriv, hvorfor det haster.'));
  if (withoutYouth?.reason === 'other' && !withoutYouth.note) {
    problems.push(problem('withoutYouth.note', 'note_required', 'Skriv, hvorfor punktet holdes uden den unge.'));
  }
  return problems;
}

function anonymousProblems({ reason, texts, areas }: ReferralContent, { anonymousAllowed }: Rules): FieldError[] {
  const problems: FieldError[] = [];
  if (!anonymousAllowed) problems.push(YOUTH_REQUIRED);
  if (areas.length === 0) problems.push(problem('areas', 'areas_required', 'Vælg de områder, der skal være med.'));
  if ([reason, ...texts].some((text) => CPR_SHAPE.test(text))) {
    problems.push(problem('reason', 'contains_cpr', 'Et punkt uden navn må ikke indeholde noget, der ligner et CPR-nummer. Fjern det.'));
  }
  return problems;
}

function problem(field: string, code: string, message: string): FieldError {
  return { field, code, message };
}
