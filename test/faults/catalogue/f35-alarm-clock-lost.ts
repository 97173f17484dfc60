import { setTimeout as pause } from 'node:timers/promises';
import { alarmClocks, removeAlarmClock } from '../harness/alarm-clocks.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { drained, leaveMessages } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import { recovered, waiting } from '../harness/recovery.js';
import { INSTALLATION } from '../harness/timing.js';

/** What is due is not delayed by more. */
const LATE_MS = 120_000;
const FALLS_DUE = `UPDATE schedule_tick SET last_run_at = now() - interval '2 days' WHERE name = 'deadlines.sweep'`;
const DONE = `SELECT count(*) FROM schedule_tick WHERE name = 'deadlines.sweep' AND last_run_at > now() - interval '1 day'`;

export const fault: Fault = {
  id: 'F35', title: 'the alarm clock of the queue has vanished', queues: BOTH,
  async run(stage) {
    await Promise.all([stage.startWeb(), stage.startWorker(INSTALLATION)]);
    await until('the alarm clock is set', async () => (await alarmClocks(stage)) === 1, stage.bars.bootMs);
    await pause(stage.random.between(0, 5_000));
    await removeAlarmClock(stage);
    const lostAt = performance.now();
    await stage.query(FALLS_DUE);
    await leaveMessages(stage, 20, 2);
    const [{ recoveryMs, told }, lateMs] = await Promise.all([
      recovered(stage, lostAt, await waiting(stage)),
      until('the schedule that fell due meanwhile is run', async () => (await stage.count(DONE)) === 1, LATE_MS - (performance.now() - lostAt)),
    ]);
    await drained(stage);
    return { recoveryMs, note: `${told}; what fell due meanwhile was run after ${lateMs} ms` };
  },
};
