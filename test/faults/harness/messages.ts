import { until } from './patience.js';
import type { Stage } from './stage.js';

/** Tables are emptied under their workers: the two may lock each other out for a moment. */
const EMPTY_PATIENCE_MS = 10_000;

const WRITE = `
  INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at)
  SELECT gen_random_uuid(), 'youth.changed', jsonb_build_object('youthId', y.id), 'pending', now(), now() + make_interval(secs => $2)
  FROM (SELECT id FROM youth ORDER BY id LIMIT $1) y`;

/** Leaves as many messages as a transaction of our own would, to be done from so many seconds on. */
export async function leaveMessages(stage: Stage, count: number, inSeconds = 0): Promise<void> {
  await stage.query(WRITE, [count, inSeconds]);
  await stage.query(`SELECT pg_notify('outbox', '')`);
}

/** Waits until nothing waits any more, also what is due later; returns how long that took, in milliseconds. */
export async function drained(stage: Stage, patienceMs = stage.bars.drainMs): Promise<number> {
  const waiting = `SELECT count(*) FROM outbox_message WHERE state IN ('pending', 'queued') AND kind <> 'operations.canary'`;
  return until('every message is done', async () => (await stage.count(waiting)) === 0, patienceMs);
}

/** When anything ticked last, by the database's clock. */
export async function lastTick(stage: Stage): Promise<number> {
  const [row] = await stage.query<{ at: Date | null }>(`SELECT last_run_at AS at FROM schedule_tick WHERE name = 'tick'`);
  return row?.at?.getTime() ?? 0;
}

/** Waits until schedules are looked at again, twice; returns how long that took, in milliseconds. */
export async function ticksAgain(stage: Stage, patienceMs: number): Promise<number> {
  const begun = performance.now();
  for (let n = 0; n < 2; n += 1) {
    const before = await lastTick(stage);
    await until('a tick', async () => (await lastTick(stage)) > before, patienceMs);
  }
  return Math.round(performance.now() - begun);
}

/** Everything that the queue itself holds, jobs and alarm clock, is gone at once. */
export async function emptyQueue(stage: Stage): Promise<void> {
  if (stage.redis !== null) return void (await stage.redis.command('FLUSHALL'));
  const tables = await stage.query<{ name: string }>(
    `SELECT format('bullmq.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
  );
  const statement = `TRUNCATE ${tables.map(({ name }) => name).join(', ')}`;
  await until('the queue is emptied', async () => stage.query(statement).then(() => true), EMPTY_PATIENCE_MS);
}
