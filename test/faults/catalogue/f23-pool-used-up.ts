import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { as } from '../harness/meeting-desk.js';
import { until } from '../harness/patience.js';
import { readiness } from '../harness/readiness.js';
import type { Stage } from '../harness/stage.js';

const POOL = 4;
const HELD_MS = 6_000;
/** A request waits for a connection no longer. */
const ANSWER_MS = { soak: 2_000, quick: 4_000 };

export const fault: Fault = {
  id: 'F23', title: 'every connection of the pool is taken, then every session of the server', queues: ANY,
  async run(stage) {
    await stage.startWeb({ DATABASE_POOL: String(POOL), DATABASE_WAIT_MS: '1500', FAULT_POINTS: `transaction.before-commit=hang(${HELD_MS})@youth.opened` });
    const youth = stage.world.youths[0] ?? '';
    const holders = Array.from({ length: POOL }, () => as(stage, 'gitte').get(`/youths/${youth}`).then(({ status }) => status));
    await until('the pool is used up', async () => (await stage.count(OPEN)) >= POOL, 5_000);
    await refusedInTime(stage);
    assert.deepEqual((await readiness(stage)).broken, ['database_pool']);
    assert.deepEqual(await Promise.all(holders), Array.from({ length: POOL }, () => 200), 'who held them is answered');
    const releasedAt = performance.now();
    await as(stage, 'karla').get('/me').expect(200);
    const recoveryMs = Math.round(performance.now() - releasedAt);
    await everySessionTaken(stage);
    return { recoveryMs };
  },
};

const OPEN = `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'overgang' AND state = 'idle in transaction'`;

async function refusedInTime(stage: Stage): Promise<void> {
  const begun = performance.now();
  const { status } = await as(stage, 'karla').get('/me');
  const took = performance.now() - begun;
  assert.equal(status, 503);
  assert.ok(took <= (stage.soak ? ANSWER_MS.soak : ANSWER_MS.quick), `it was told after ${Math.round(took)} ms`);
}

/** Others take all that the server has; the web process has to connect anew and cannot. */
async function everySessionTaken(stage: Stage): Promise<void> {
  const session = await stage.server.connect(stage.database);
  const others = [session];
  await session.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'overgang'`);
  for (let full = false; !full; ) {
    await stage.server.connect(stage.database).then((other) => others.push(other), () => (full = true));
  }
  try {
    await refusedInTime(stage);
    assert.deepEqual(await readiness(stage), { status: 'unavailable', broken: ['database'], http: 503 }, 'health says why');
  } finally {
    await Promise.all(others.map((other) => other.end()));
  }
  await until('requests are answered again', async () => (await as(stage, 'karla').get('/me')).status === 200, stage.bars.databaseBackMs);
}
