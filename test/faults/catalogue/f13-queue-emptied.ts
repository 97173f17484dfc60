import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { BookingLoad } from '../harness/load.js';
import { drained, emptyQueue, leaveMessages } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import { recovered, waiting } from '../harness/recovery.js';
import type { Stage } from '../harness/stage.js';
import { INSTALLATION } from '../harness/timing.js';

const PENDING = 150;
const DELAYED = 20;
/** The queue holds at least so many jobs when it is emptied. */
const HELD = 50;
const TIMES = { soak: 50, quick: 2 };
/** The way back is measured after so many times; in between, the next blow falls before the last is healed. */
const MEASURED = { soak: 10, quick: 2 };

/** Redis: FLUSHALL; PostgreSQL: all tables of the queue's own schema emptied. */
export const fault: Fault = {
  id: 'F13', title: 'the queue is emptied under load', queues: BOTH,
  async run(stage) {
    await Promise.all([stage.startWeb(), stage.startWorker(INSTALLATION)]);
    const load = new BookingLoad(stage, 4);
    const [times, measured] = stage.soak ? [TIMES.soak, MEASURED.soak] : [TIMES.quick, MEASURED.quick];
    let worst = { recoveryMs: 0, told: '' };
    for (let round = 1; round <= times; round += 1) {
      await pause(stage.random.between(0, 900));
      const held = await emptied(stage);
      if (round % measured !== 0) continue;
      const recovery = await recovered(stage, performance.now(), held);
      if (recovery.recoveryMs > worst.recoveryMs) worst = recovery;
    }
    await load.stop();
    await drained(stage);
    return { recoveryMs: worst.recoveryMs, note: `${worst.told}; ${stage.history.count(201)} bookings meanwhile` };
  },
};

/** Empties the queue while it holds jobs; returns what waited then, there and in the outbox. */
async function emptied(stage: Stage): Promise<string[]> {
  await leaveMessages(stage, DELAYED, 4);
  await leaveMessages(stage, PENDING);
  const queued = `SELECT count(*) FROM outbox_message WHERE state = 'queued' AND lease_until IS NULL`;
  await until('the queue holds jobs', async () => (await stage.count(queued)) >= HELD, stage.bars.takeOverMs);
  const held = await waiting(stage);
  await emptyQueue(stage);
  return held;
}
