import { setTimeout as pause } from 'node:timers/promises';
import { alarmClockBack } from '../harness/alarm-clocks.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { BookingLoad } from '../harness/load.js';
import { messagesUnderWay } from '../harness/oracle/i2-outbox.js';
import { drained, emptyQueue, leaveMessages, ticksAgain } from '../harness/messages.js';

const PENDING = 100;
const DELAYED = 20;
const TIMES = { soak: 50, quick: 2 };

/** Redis: FLUSHALL; PostgreSQL: all tables of the queue's own schema emptied. */
export const fault: Fault = {
  id: 'F13', title: 'the queue is emptied under load', queues: BOTH,
  async run(stage) {
    await Promise.all([stage.startWeb(), stage.startWorker()]);
    const load = new BookingLoad(stage, 4);
    await leaveMessages(stage, DELAYED, 4);
    for (let round = 0; round < (stage.soak ? TIMES.soak : TIMES.quick); round += 1) {
      await leaveMessages(stage, PENDING - Math.min(PENDING, await messagesUnderWay(stage)));
      await pause(stage.random.between(0, 900));
      await emptyQueue(stage);
    }
    const emptiedAt = performance.now();
    await alarmClockBack(stage);
    await load.stop();
    await ticksAgain(stage, 60_000);
    await drained(stage);
    return { recoveryMs: Math.round(performance.now() - emptiedAt), note: `${stage.history.count(201)} bookings meanwhile` };
  },
};
