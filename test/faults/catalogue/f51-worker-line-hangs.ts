import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { drained, leaveMessages, ticksAgain } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

const HANGS_MS = { soak: 60_000, quick: 5_000 };
/** What was asked on the silent line is waited for as long as the worker's longest statement may take, and then done again. */
const BACK_MS = 90_000;

export const fault: Fault = {
  id: 'F51', title: 'the worker\'s line to the database hangs', queues: BOTH,
  async run(stage) {
    const line = await TcpProxy.start(stage.server.port);
    stage.onEnd(() => line.stop());
    const [, worker] = await Promise.all([stage.startWeb(), stage.startWorker({ DATABASE_URL: stage.server.url(stage.database, line.port) })]);
    await leaveMessages(stage, 60);
    await pause(stage.random.between(0, 400));
    line.halfOpen();
    const item = await bookMailed(stage, 0);
    await leaveMessages(stage, 20);
    await pause(stage.soak ? HANGS_MS.soak : HANGS_MS.quick);
    line.heal();
    const healedAt = performance.now();
    await until('the mail is sent', () => messagesAbout(stage, item).length === 1, BACK_MS);
    await drained(stage, BACK_MS);
    const recoveryMs = Math.round(performance.now() - healedAt);
    await ticksAgain(stage, 60_000);
    assert.equal(worker.over, false, 'the worker was not started again');
    return { recoveryMs };
  },
};
