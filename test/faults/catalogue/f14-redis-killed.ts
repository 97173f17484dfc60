import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, REDIS } from '../harness/fault.js';
import { alarmClockBack } from '../harness/alarm-clocks.js';
import { BookingLoad } from '../harness/load.js';
import { drained, leaveMessages, ticksAgain } from '../harness/messages.js';
import { percentile, percentiles } from '../harness/percentiles.js';

const AWAY_MS = { soak: 30_000, quick: 4_000 };
/** The web process never asks Redis: an act takes no longer than this more. */
const WAIT_MS = 250;

export const fault: Fault = {
  id: 'F14', title: 'Redis is killed and comes back empty', queues: REDIS,
  async run(stage) {
    await Promise.all([stage.startWeb(), stage.startWorker()]);
    const load = new BookingLoad(stage, 3);
    await pause(2_000);
    const before = stage.history.acts.map((act) => act.milliseconds);
    await stage.redis?.kill();
    await leaveMessages(stage, 100);
    await pause(stage.soak ? AWAY_MS.soak : AWAY_MS.quick);
    const meanwhile = stage.history.acts.slice(before.length);
    assert.ok(meanwhile.length > 5 && meanwhile.every((act) => act.verdict === 'ok'), 'every act succeeds while Redis is away');
    const times = meanwhile.map((act) => act.milliseconds);
    if (stage.soak) assert.ok(percentile(times, 0.99) <= percentile(before, 0.99) + WAIT_MS, percentiles(times));
    await stage.redis?.run();
    const backAt = performance.now();
    await alarmClockBack(stage);
    await load.stop();
    await ticksAgain(stage, 60_000);
    await drained(stage);
    return { recoveryMs: Math.round(performance.now() - backAt), note: `while away: ${percentiles(times)}` };
  },
};
