import assert from 'node:assert/strict';
import { alarmClocks } from './alarm-clocks.js';
import { lastTick } from './messages.js';
import { OutOfPatience, until } from './patience.js';
import type { Stage } from './stage.js';

/** So long after the end of the fault the schedules are back, and so long after it all that had waited is done. */
const BACK_MS = 60_000;

const WAITING = `SELECT id FROM outbox_message WHERE state IN ('pending', 'queued') AND kind <> 'operations.canary'`;
const NOT_DONE = `SELECT count(*) FROM outbox_message WHERE id = ANY($1) AND state IN ('pending', 'queued')`;

/** Milliseconds from the end of the fault, by one stopwatch. */
export interface Recovery {
  readonly recoveryMs: number;
  /** 'alarm clock 1.2 s, two ticks 16.0 s, 104 messages 3.0 s' */
  readonly told: string;
}

/** What the outbox holds at this moment and must be done once the fault is over. */
export async function waiting(stage: Stage): Promise<string[]> {
  return (await stage.query<{ id: string }>(WAITING)).map(({ id }) => id);
}

/**
 * Waits for the alarm clock, for two ticks and for the messages, all at once and all from the end of the fault on.
 * @param endedAt when the fault ended, as `performance.now()`
 * @throws OutOfPatience when one of them took longer than a minute
 */
export async function recovered(stage: Stage, endedAt: number, messages: readonly string[]): Promise<Recovery> {
  assert.ok(messages.length > 0, 'nothing waits that would have to be done');
  const since = async (what: string, condition: () => Promise<boolean>): Promise<number> => {
    await until(what, condition, BACK_MS - (performance.now() - endedAt));
    return performance.now() - endedAt;
  };
  const [clockMs, ticksMs, drainMs] = await Promise.all([
    since('the alarm clock is set again', async () => (await alarmClocks(stage)) === 1),
    since('schedules are looked at again, twice', await ticksFromNow(stage, 2)),
    since('all that waited is done', async () => (await stage.count(NOT_DONE, [messages])) === 0),
  ]);
  const recoveryMs = Math.round(Math.max(clockMs, ticksMs, drainMs));
  const told = `alarm clock ${seconds(clockMs)}, two ticks ${seconds(ticksMs)}, ${messages.length} messages ${seconds(drainMs)}`;
  if (recoveryMs > BACK_MS) throw new OutOfPatience(`longer than a minute: ${told}`);
  return { recoveryMs, told };
}

/** A condition: so many ticks have come since now. */
async function ticksFromNow(stage: Stage, count: number): Promise<() => Promise<boolean>> {
  const seen = new Set([await lastTick(stage)]);
  return async () => seen.add(await lastTick(stage)).size > count;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
