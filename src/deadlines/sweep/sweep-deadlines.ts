import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { recomputeDeadlines } from '../computation/recompute-deadlines.js';
import { remind } from '../reminders/remind.js';

/** What a sweep changed; all zero when it runs a second time for the same day. */
export interface SweepResult {
  readonly added: number;
  readonly moved: number;
  readonly reminded: number;
}

/** Brings deadlines and reminders of these youths up to a day. */
export async function sweepDeadlines(tx: Tx, youthIds: readonly string[], asOf: CalendarDate): Promise<SweepResult> {
  const { added, moved } = await recomputeDeadlines(tx, youthIds, asOf);
  return { added, moved: moved.length, reminded: await remind(tx, youthIds, asOf) };
}
