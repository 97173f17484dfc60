import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { BookingLoad, firstSuccessAfter } from '../harness/load.js';

const FOR_MS = { soak: 60_000, quick: 6_000 };
const BETWEEN_MS = 200;
const END_ONE = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name LIKE 'overgang%' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1`;
const SESSIONS = `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'overgang'`;

export const fault: Fault = {
  id: 'F21', title: 'sessions of the database are ended at random, five a second', queues: BOTH,
  async run(stage) {
    const [web, worker] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    const load = new BookingLoad(stage, 4);
    await pause(500);
    let ended = 0;
    const session = await stage.server.connect(stage.database);
    for (const end = Date.now() + (stage.soak ? FOR_MS.soak : FOR_MS.quick); Date.now() < end; await pause(BETWEEN_MS)) ended += (await session.query(END_ONE)).rowCount ?? 0;
    await session.end();
    const calmAt = Date.now();
    await pause(2_500);
    await load.stop();
    // A mail whose "sent" was lost with its session is sent again.
    stage.mayRepeat = ended;
    const statuses = new Set(stage.history.acts.map((act) => act.status ?? 0));
    assert.deepEqual([...statuses].filter((status) => ![200, 201, 409, 503].includes(status)), [], 'retried or 503');
    assert.deepEqual([web.program.over, worker.over], [false, false], 'no process ended');
    const sessions = await stage.count(SESSIONS);
    assert.ok(sessions <= 32, `${sessions} sessions: the pools do not grow`);
    return { recoveryMs: firstSuccessAfter(stage, calmAt), note: `${stage.history.count(201)} bookings, ${stage.history.count(503)} were told to come again` };
  },
};
