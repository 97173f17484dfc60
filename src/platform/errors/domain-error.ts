/** What kind of refusal it is; `http-status.ts` maps each to one status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'precondition'
  | 'too_large'
  | 'rule'
  | 'rate_limited'
  | 'unavailable';

export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * A refusal that the user is told about: a closed English code and a Danish title that says what to do.
 * Neither may hold personal data: both reach logs.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly title: string,
    readonly errors: readonly FieldError[] = [],
    readonly extra: Readonly<Record<string, unknown>> = {},
    /** What was asked for, for the log's `denied` row; never part of the answer. */
    readonly subject: RefusedSubject | null = null,
  ) {
    super(code);
  }
}

export interface RefusedSubject {
  readonly type: string;
  readonly id: string;
}

/** The one answer for what is unknown and for what is not the actor's. */
export function notFound(subject: RefusedSubject | null = null): DomainError {
  return new DomainError('not_found', 'not_found', 'Det findes ikke, eller du har ikke adgang til det.', [], {}, subject);
}

/** 400: fields that cannot be read, each named. */
export function invalid(errors: readonly FieldError[], title = 'Der er fejl i det, du har sendt. Ret felterne og prøv igen.'): DomainError {
  return new DomainError('invalid', 'invalid_input', title, errors);
}

/** 403: not for the actor's role, though the thing may be known to exist. Where it may not be known, `notFound`. */
export function forbidden(code: string, title: string): DomainError {
  return new DomainError('forbidden', code, title);
}

/** 409: something else came first; fetched anew, it may go. */
export function conflict(code: string, title: string, extra: Readonly<Record<string, unknown>> = {}): DomainError {
  return new DomainError('conflict', code, title, [], extra);
}

/** 412: the version that was shown is not the one that stands now. */
export function precondition(title: string, extra: Readonly<Record<string, unknown>> = {}): DomainError {
  return new DomainError('precondition', 'changed_meanwhile', title, [], extra);
}

/** 422: readable, and not allowed by a rule of the field; the title says what to do. */
export function rule(code: string, title: string, errors: readonly FieldError[] = [], extra: Readonly<Record<string, unknown>> = {}): DomainError {
  return new DomainError('rule', code, title, errors, extra);
}

/** 503: not now; nothing is saved unless the code says that it is not known. */
export function unavailable(code: string, title: string): DomainError {
  return new DomainError('unavailable', code, title);
}
