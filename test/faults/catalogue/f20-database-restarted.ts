import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { BookingLoad, firstSuccessAfter } from '../harness/load.js';
import { mailsInHand } from '../harness/mail-desk.js';
import { personalInQueue } from '../harness/oracle/i5-canaries.js';

const RESTARTS = { soak: 20, quick: 3 };
const CLIENTS = 4;

export const fault: Fault = {
  id: 'F20', title: 'PostgreSQL is restarted at once under load', queues: BOTH,
  async run(stage) {
    const [web, worker] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    const load = new BookingLoad(stage, CLIENTS);
    const recoveries: number[] = [];
    for (let restart = 0; restart < (stage.soak ? RESTARTS.soak : RESTARTS.quick); restart += 1) {
      await pause(stage.random.between(500, 1_500));
      assert.deepEqual(await personalInQueue(stage), [], 'nothing personal is in the queue in mid-load');
      await stage.server.restartImmediately();
      const backAt = Date.now();
      // What was being sent when the database went is sent again: nobody could note that it went out.
      stage.mayRepeat += await mailsInHand(stage);
      await pause(stage.soak ? stage.bars.databaseBackMs : 3_000);
      recoveries.push(firstSuccessAfter(stage, backAt));
    }
    await load.stop();
    const slowest = Math.max(...recoveries);
    assert.ok(slowest <= stage.bars.databaseBackMs, `the first success came after ${slowest} ms`);
    assert.deepEqual(stage.history.unlooked(), [], 'meanwhile only 503');
    assert.deepEqual([web.program.over, worker.over], [false, false], 'no process ended');
    return { recoveryMs: slowest, note: `${stage.history.count(201)} bookings, ${stage.history.count(503)} were told to come again` };
  },
};
