import { DomainError } from '../errors/domain-error.js';
import type { ClaimedMessage } from './message-lease.js';

/** After an outage of any length what waited is on its way within this. */
const LONGEST_PAUSE_MS = 300_000;
/** A database or mail server that is away is no fault of the message; but none is tried for ever. */
const PATIENCE = 20;

/** Something else must happen first: the message waits, and that is no failure. */
export class NotItsTurn extends Error {}

/** What becomes of a message after a failure: another try after a pause, or the end. */
export type Verdict = { readonly dead: true } | { readonly dead: false; readonly pauseMs: number };

/** @param tries failures after which the message is dead; twenty times as many (some 16 hours) while something that it needs is away */
export function judge(message: Pick<ClaimedMessage, 'attempts' | 'lost'>, error: unknown, tries: number, firstPauseMs: number): Verdict {
  const failures = message.attempts - message.lost;
  const most = isOutage(error) ? tries * PATIENCE : tries;
  if (failures >= most) return { dead: true };
  return { dead: false, pauseMs: Math.min(firstPauseMs * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE_MS) };
}

/** A message that ends every worker that takes it; it is not tried again. */
export function endsItsWorkers(message: Pick<ClaimedMessage, 'lost'>, tries: number): boolean {
  return message.lost >= tries;
}

/** A closed code that says why, without a value: our own code, the driver's or the name of the error's class. */
export function reasonOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z0-9_]{2,40}$/i.test(code) ? code : error.constructor.name;
}

function isOutage(error: unknown): boolean {
  return error instanceof DomainError && error.kind === 'unavailable';
}
