import type { ErrorKind } from './domain-error.js';

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition: 412,
  too_large: 413,
  rule: 422,
  rate_limited: 429,
  unavailable: 503,
};

/** The HTTP status of a refusal; every kind has exactly one. */
export function httpStatus(kind: ErrorKind): number {
  return STATUS[kind];
}
