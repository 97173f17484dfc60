import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { guard } from '../harness/guard.js';
import { BookingLoad } from '../harness/load.js';
import { drained } from '../harness/messages.js';
import { percentiles } from '../harness/percentiles.js';

const FOR_MS = { soak: 60_000, quick: 8_000 };
/** A third of what the programs may use by themselves. */
const LITTLE_MEMORY = { NODE_OPTIONS: '--max-old-space-size=160' };
const LAST_IN_LINE = ['nice', '-n', '19'];

export const fault: Fault = {
  id: 'F42', title: 'little memory, and others take the processors', queues: BOTH,
  lacks: () => (process.platform === 'win32' ? 'needs nice' : null),
  async run(stage) {
    const [web, worker] = await Promise.all([stage.startWeb(LITTLE_MEMORY, LAST_IN_LINE), stage.startWorker(LITTLE_MEMORY, LAST_IN_LINE)]);
    const others = Array.from({ length: 2 }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
    others.forEach(guard);
    const load = new BookingLoad(stage, 4);
    await pause(stage.soak ? FOR_MS.soak : FOR_MS.quick);
    await load.stop();
    for (const other of others) other.kill('SIGKILL');
    assert.ok(stage.history.count(201) > 0, 'slower, but it works');
    assert.deepEqual([web.program.over, worker.over], [false, false]);
    const recoveryMs = await drained(stage);
    // A mail whose sending was given up for its time, or whose answer was not heard in time, may have gone out all the same.
    stage.mayRepeat = [...worker.output.matchAll(/"code":"(effect_timeout|etimedout)"/g)].length;
    return { recoveryMs, note: `${stage.history.acts.length} acts: ${percentiles(stage.history.acts.map((act) => act.milliseconds))}` };
  },
};
