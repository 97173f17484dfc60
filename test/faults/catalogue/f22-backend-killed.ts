import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { BookingLoad, firstSuccessAfter } from '../harness/load.js';
import { mailsInHand } from '../harness/mail-desk.js';
import { until } from '../harness/patience.js';

export const fault: Fault = {
  id: 'F22', title: 'a process of PostgreSQL is killed, and it recovers from its log', queues: BOTH,
  async run(stage) {
    const [web, worker] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    const load = new BookingLoad(stage, 4);
    await pause(stage.random.between(800, 1_600));
    await stage.server.killBackend(`datname = '${stage.database}' AND application_name = 'overgang'`);
    await until('the database answers again', async () => (await stage.count('SELECT 1')) === 1, 30_000);
    const backAt = Date.now();
    // What was being sent is sent again: nobody could note that it went out.
    stage.mayRepeat = await mailsInHand(stage);
    await pause(stage.soak ? stage.bars.databaseBackMs : 3_000);
    await load.stop();
    const recoveryMs = firstSuccessAfter(stage, backAt);
    assert.ok(recoveryMs <= stage.bars.databaseBackMs, `the first success came after ${recoveryMs} ms`);
    assert.deepEqual(stage.history.unlooked(), [], 'meanwhile only 503');
    assert.deepEqual([web.program.over, worker.over], [false, false], 'no process ended');
    return { recoveryMs, note: `${stage.history.count(201)} done, ${stage.history.count(503)} were told to come again` };
  },
};
