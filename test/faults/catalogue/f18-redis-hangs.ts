import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, REDIS } from '../harness/fault.js';
import { BookingLoad } from '../harness/load.js';
import { drained, leaveMessages, ticksAgain } from '../harness/messages.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

const HANGS_MS = { soak: 60_000, quick: 6_000 };

export const fault: Fault = {
  id: 'F18', title: 'Redis hangs: the line looks open and nothing comes through', queues: REDIS,
  async run(stage) {
    const line = await TcpProxy.start(stage.redis?.port ?? 0);
    stage.onEnd(() => line.stop());
    const [, worker] = await Promise.all([stage.startWeb(), stage.startWorker({ REDIS_URL: `redis://127.0.0.1:${line.port}` })]);
    const load = new BookingLoad(stage, 3);
    await pause(1_000);
    line.halfOpen();
    await leaveMessages(stage, 100);
    const before = stage.history.acts.length;
    await pause(stage.soak ? HANGS_MS.soak : HANGS_MS.quick);
    const meanwhile = stage.history.acts.slice(before);
    assert.ok(meanwhile.length > 5 && meanwhile.every((act) => act.verdict === 'ok'), 'every act succeeds while Redis hangs');
    line.heal();
    const healedAt = performance.now();
    await load.stop();
    await drained(stage, Math.max(60_000, stage.bars.drainMs));
    await ticksAgain(stage, 60_000);
    assert.equal(worker.over, false, 'the worker was not started again');
    return { recoveryMs: Math.round(performance.now() - healedAt) };
  },
};
