import assert from 'node:assert/strict';
import { type Fault, REDIS } from '../harness/fault.js';
import { BookingLoad } from '../harness/load.js';
import { drained, leaveMessages } from '../harness/messages.js';
import { recovered, type Recovery, waiting } from '../harness/recovery.js';
import type { Stage } from '../harness/stage.js';
import { TcpProxy } from '../harness/tcp-proxy.js';
import { INSTALLATION } from '../harness/timing.js';
import { actsDuring, baseline, undisturbed } from '../harness/undisturbed.js';

/** Longer than a worker believes in a silent line. */
const HANGS_MS = { soak: 60_000, quick: 14_000 };

export const fault: Fault = {
  id: 'F18', title: 'Redis hangs: the line looks open and nothing comes through', queues: REDIS,
  async run(stage) {
    const line = await TcpProxy.start(stage.redis?.port ?? 0);
    stage.onEnd(() => line.stop());
    const through = { REDIS_URL: `redis://127.0.0.1:${line.port}` };
    const [, worker] = await Promise.all([stage.startWeb(through), stage.startWorker({ ...INSTALLATION, ...through })]);
    const load = new BookingLoad(stage, 3);
    const before = await baseline(stage);
    line.halfOpen();
    await leaveMessages(stage, 100);
    const times = undisturbed(stage, before, await actsDuring(stage, stage.soak ? HANGS_MS.soak : HANGS_MS.quick));
    const held = await waiting(stage);
    line.heal();
    const healed = await recovered(stage, performance.now(), held);
    const forgotten = await linesForgotten(stage, line);
    await load.stop();
    await drained(stage);
    assert.equal(worker.over, false, 'the worker was not started again');
    return { recoveryMs: Math.max(healed.recoveryMs, forgotten.recoveryMs), note: `healed: ${healed.told}; forgotten: ${forgotten.told}; ${times}` };
  },
};

/** Nothing breaks and nothing heals: only new connections go through. */
async function linesForgotten(stage: Stage, line: TcpProxy): Promise<Recovery> {
  await leaveMessages(stage, 100);
  const held = await waiting(stage);
  line.forget();
  return recovered(stage, performance.now(), held);
}
