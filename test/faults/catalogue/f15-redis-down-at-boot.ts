import assert from 'node:assert/strict';
import { type Fault, REDIS } from '../harness/fault.js';
import { bookMailed } from '../harness/mail-desk.js';
import { drained } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import { readiness } from '../harness/readiness.js';

export const fault: Fault = {
  id: 'F15', title: 'Redis is down when web and worker start', queues: REDIS,
  async run(stage) {
    await stage.redis?.kill();
    const [, worker] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    await bookMailed(stage, 0);
    const told = await readiness(stage);
    assert.equal(told.status, 'degraded');
    assert.ok(told.broken.includes('queue'), told.broken.join());
    await stage.redis?.run();
    const backAt = performance.now();
    await drained(stage);
    await until('all is well', async () => (await readiness(stage)).status === 'ok', stage.bars.drainMs);
    assert.equal(worker.over, false, 'the worker was not started again');
    return { recoveryMs: Math.round(performance.now() - backAt) };
  },
};
