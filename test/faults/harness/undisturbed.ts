import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Act } from './history.js';
import { bookMailed } from './mail-desk.js';
import { OutOfPatience, until } from './patience.js';
import { percentile, percentiles } from './percentiles.js';
import type { Stage } from './stage.js';

/** The web process never asks the queue: an act takes no longer than this more while the queue is away. */
const WAIT_MS = 250;
/** The first acts find a process that has only just come up. */
const WARM_ACTS = 30;
const BASELINE_MS = 3_000;
const ENOUGH_ACTS = 20;
/** In a quick run few acts are measured, on a machine that others may use. */
const SHARE = { soak: 0.99, quick: 0.9 };

/** The acts of a while in which nothing is wrong, once the processes have warmed up. The load must be running. */
export async function baseline(stage: Stage): Promise<readonly Act[]> {
  await until('the load is under way', () => stage.history.acts.length >= WARM_ACTS, stage.bars.bootMs);
  return actsDuring(stage, BASELINE_MS);
}

/** The acts of at least so long a while from now on; as many as are needed to tell. */
export async function actsDuring(stage: Stage, milliseconds: number): Promise<readonly Act[]> {
  const from = stage.history.acts.length;
  await pause(milliseconds);
  await until('people go on booking', () => stage.history.acts.length - from >= ENOUGH_ACTS, stage.bars.bootMs);
  return stage.history.acts.slice(from);
}

/**
 * Every act succeeded while the queue was away, and none waited for it. Returns the times as a line for the reader.
 * @throws OutOfPatience when they took longer than those of the baseline and what the queue may cost
 */
export function undisturbed(stage: Stage, before: readonly Act[], meanwhile: readonly Act[]): string {
  assert.deepEqual(meanwhile.filter((act) => act.verdict !== 'ok').map((act) => act.status), [], 'every act succeeds while the queue is away');
  const [then, now] = [before, meanwhile].map((acts) => acts.map((act) => act.milliseconds)) as [number[], number[]];
  const share = stage.soak ? SHARE.soak : SHARE.quick;
  const told = `before: ${percentiles(then)}, while away: ${percentiles(now)}`;
  if (percentile(now, share) > percentile(then, share) + WAIT_MS) throw new OutOfPatience(`acts wait for the queue: ${told}`);
  return told;
}

/** The web process has no line to Redis, so that none can hang; not after a booking either. The worker must not have been started yet. */
export async function webLeavesRedisAlone(stage: Stage): Promise<void> {
  await bookMailed(stage, 5);
  const lines = String(await stage.redis?.command('CLIENT', 'LIST')).trim().split('\n');
  assert.equal(lines.length, 1, `nobody but the harness speaks to Redis: ${lines.join('; ')}`);
}
