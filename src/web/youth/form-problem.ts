import { DomainError } from '../../platform/errors/domain-error.js';

/** Why a form was refused, for the summary at the top and beside its field. */
export interface FormProblem {
  readonly message: string;
  /** Id of the field on the page; null when no field is to blame. */
  readonly field: string | null;
  /** What was filled in, to be corrected; never what names somebody. */
  readonly value?: string | undefined;
}

const ANSWERED_ON_THE_PAGE: ReadonlySet<DomainError['kind']> = new Set(['invalid', 'forbidden', 'conflict', 'rule']);

/** A refusal that the page can say beside its form; everything else has a page of its own. */
export function isForThePage(thrown: unknown): thrown is DomainError {
  return thrown instanceof DomainError && ANSWERED_ON_THE_PAGE.has(thrown.kind);
}

/** The first field's own message, else what the refusal says. */
export function problemOf(error: DomainError, field: string | null, value?: string): FormProblem {
  return { message: error.errors[0]?.message ?? error.title, field, value };
}
