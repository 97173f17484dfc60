import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { testConfig } from '../../support/test-config.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { BookingLoad, firstSuccessAfter } from '../harness/load.js';
import { as } from '../harness/meeting-desk.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

const FOR_MS = { soak: 60_000, quick: 6_000 };
const BETWEEN_MS = 200;
/** And whether a mail was in hand then: a session has one at most. */
const END_ONE = `
  SELECT pg_terminate_backend(pid) AS ended, application_name = 'overgang' AND EXISTS (SELECT 1 FROM mail_delivery WHERE state = 'sending') AS "inHand" FROM (
    SELECT pid, application_name FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'overgang%' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1) one`;
const SESSIONS = `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'overgang'`;
const LEFT_OPEN = `${SESSIONS} AND state LIKE 'idle in transaction%' AND state_change < now() - interval '1 second'`;
/** More than the pool has places. */
const AT_ONCE = 16;
const SERVED_MS = 5_000;
const FREE_MS = 10_000;
const TOKEN = 'metrics-of-the-faults-0123456789abcdef';
/** So long after the last request, the pool has let go of what it does not need. */
const BASE_MS = 45_000;
/** Schedules of the worker may be at work whenever we look. */
const SPARE = 2;

export const fault: Fault = {
  id: 'F21', title: 'sessions of the database are ended at random, five a second', queues: BOTH,
  async run(stage) {
    const [web, worker] = await Promise.all([stage.startWeb({ METRICS_TOKEN: TOKEN }), stage.startWorker()]);
    const base = await stage.count(SESSIONS);
    const load = new BookingLoad(stage, 4);
    await pause(500);
    const session = await stage.server.connect(stage.database);
    for (const end = Date.now() + (stage.soak ? FOR_MS.soak : FOR_MS.quick); Date.now() < end; await pause(BETWEEN_MS)) {
      const { rows } = await session.query<{ ended: boolean; inHand: boolean }>(END_ONE);
      // A mail whose "sent" was lost with its session is sent again.
      stage.mayRepeat += rows.filter(({ ended, inHand }) => ended && inHand).length;
    }
    await session.end();
    const calmAt = Date.now();
    await pause(2_500);
    await load.stop();
    assert.deepEqual(stage.history.unlooked(), [], 'retried or 503');
    assert.deepEqual([web.program.over, worker.over], [false, false], 'no process ended');
    await poolServes(stage, base);
    return { recoveryMs: firstSuccessAfter(stage, calmAt), note: `${stage.history.count(201)} done, ${stage.history.count(503)} were told to come again` };
  },
};

/** How many places of the web's pool are taken, and how many requests wait for one, as it says itself. */
async function poolOf(stage: Stage): Promise<Record<'busy' | 'waiting', number>> {
  const text = await (await fetch(`${stage.web.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
  const of = (use: string): number => Number(new RegExp(`^overgang_database_connections\\{use="${use}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  return { busy: of('busy'), waiting: of('waiting') };
}

/** No place of the pool is lost to a session that was ended, none is left open, and none is taken beside them. */
async function poolServes(stage: Stage, base: number): Promise<void> {
  await until('every place of the pool is free again', async () => isDeepStrictEqual(await poolOf(stage), { busy: 0, waiting: 0 }), FREE_MS);
  const begun = performance.now();
  const statuses = await Promise.all(Array.from({ length: AT_ONCE }, async () => (await as(stage, 'karla').get(`/youths/${stage.world.youths[0]}`)).status));
  assert.deepEqual(statuses, statuses.map(() => 200), `${AT_ONCE} at once are served`);
  const took = performance.now() - begun;
  assert.ok(took < SERVED_MS, `it took ${Math.round(took)} ms`);
  const { DATABASE_POOL } = testConfig(stage.server.url(stage.database));
  const sessions = await stage.count(SESSIONS);
  assert.ok(sessions <= 2 * DATABASE_POOL, `${sessions} sessions in two pools of ${DATABASE_POOL}`);
  assert.equal(await stage.count(LEFT_OPEN), 0, 'no session is left in a transaction');
  if (stage.soak) await until('the pool is as small as before', async () => (await stage.count(SESSIONS)) <= base + SPARE, BASE_MS);
}
