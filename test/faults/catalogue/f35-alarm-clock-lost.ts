import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { alarmClockBack, removeAlarmClock } from '../harness/alarm-clocks.js';
import { leaveMessages, drained, ticksAgain } from '../harness/messages.js';

const BACK_MS = 60_000;
const LATE_MS = 120_000;

export const fault: Fault = {
  id: 'F35', title: 'the alarm clock of the queue has vanished', queues: BOTH,
  async run(stage) {
    await Promise.all([stage.startWeb(), stage.startWorker()]);
    await ticksAgain(stage, BACK_MS);
    await removeAlarmClock(stage);
    const lostAt = performance.now();
    await leaveMessages(stage, 20);
    await alarmClockBack(stage);
    const recoveryMs = Math.round(performance.now() - lostAt);
    await ticksAgain(stage, BACK_MS);
    await drained(stage);
    assert.ok(performance.now() - lostAt < LATE_MS, 'nothing due is two minutes late');
    return { recoveryMs };
  },
};
