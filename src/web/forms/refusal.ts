import { DomainError, type FieldError } from '../../platform/errors/domain-error.js';

/** Why a form was refused, and what had been filled in, so that nothing is typed twice. */
export interface Refusal {
  /** The address that the refused form was sent to: a page may have several forms. */
  readonly action: string;
  readonly message: string;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** What the refusal knows besides, for example the people who are busy. */
  readonly extra: Readonly<Record<string, unknown>>;
}

const ANSWERED_ON_THE_PAGE: ReadonlySet<DomainError['kind']> = new Set(['invalid', 'forbidden', 'conflict', 'precondition', 'rule', 'too_large', 'rate_limited']);

/** A refusal that the page can say beside its form; everything else has a page of its own. */
export function isForThePage(thrown: unknown): thrown is DomainError {
  return thrown instanceof DomainError && ANSWERED_ON_THE_PAGE.has(thrown.kind);
}

/** @param body the form as it was sent */
export function refusalOf(error: DomainError, action: string, body: unknown): Refusal {
  return { action: action.split('?')[0] ?? action, message: error.title, code: error.code, errors: error.errors, values: valuesOf(body), extra: error.extra };
}

function valuesOf(body: unknown): Refusal['values'] {
  if (typeof body !== 'object' || body === null) return {};
  const texts = Object.entries(body).filter((entry): entry is [string, string | string[]] =>
    typeof entry[1] === 'string' || (Array.isArray(entry[1]) && entry[1].every((each) => typeof each === 'string')));
  return Object.fromEntries(texts);
}
