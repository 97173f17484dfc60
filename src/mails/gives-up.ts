import type { MailFailure } from '../platform/mail/mail-failure.js';

/** What a mail has been through when the server did not take it. */
export interface Waited {
  /** This one included, and those whose worker was lost. */
  readonly tries: number;
  /** Tries that may each have brought it. */
  readonly unsureTries: number;
  /** Since the mail was written. */
  readonly waitedMs: number;
  /** Until the meeting that it is about, also when that has begun; null for a mail about none. */
  readonly startsInMs: number | null;
}

const HOUR_MS = 3_600_000;
/** A mail server is repaired or looked after, and holds strangers off, for hours rather than minutes. */
const PATIENCE_MS = 12 * HOUR_MS;
const CLOSE_MS = 48 * HOUR_MS;
/** Before a meeting this close somebody must be told in another way while there is time. */
const PATIENCE_WHEN_CLOSE_MS = HOUR_MS;
/**
 * Time alone says nothing where the whole installation stood still meanwhile: the server then puts off the first mail that it
 * gets (greylisting). With pauses of at most five minutes so many tries take less than an hour.
 */
const FEWEST_TRIES = 10;
/** Before a meeting this close so many tries may take what time is left. */
const SOON_MS = HOUR_MS;
const MOST_COPIES = 8;

/** Whether there is no point in trying again: a person is then asked to tell the recipient. */
export function givesUp(failure: MailFailure, { tries, unsureTries, waitedMs, startsInMs }: Waited): boolean {
  if (failure === 'refused' || (failure === 'unsure' && unsureTries >= MOST_COPIES)) return true;
  const leftMs = startsInMs ?? Infinity;
  if (tries < FEWEST_TRIES && leftMs >= SOON_MS) return false;
  return waitedMs >= (leftMs < CLOSE_MS ? PATIENCE_WHEN_CLOSE_MS : PATIENCE_MS);
}
