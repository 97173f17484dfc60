import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, type MailedItem, messagesAbout } from '../harness/mail-desk.js';
import { drained, leaveMessages, ticksAgain } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

const HANGS_MS = { soak: 60_000, quick: 5_000 };
/** In a quick run the server waits less long for a worker that holds a transaction open and says nothing. */
const QUICK_LIMITS = { WORKER_STATEMENT_MS: '5000', WORKER_IDLE_TRANSACTION_MS: '10000' };
/** What was asked on the silent line is waited for as long as the worker's longest statement may take, and then done again. */
const BACK_MS = 90_000;

export const fault: Fault = {
  id: 'F51', title: 'the worker\'s line to the database hangs', queues: BOTH,
  async run(stage) {
    const line = await TcpProxy.start(stage.server.port);
    stage.onEnd(() => line.stop());
    const [, worker] = await Promise.all([stage.startWeb(), stage.startWorker({ ...(stage.soak ? {} : QUICK_LIMITS), DATABASE_URL: stage.server.url(stage.database, line.port) })]);
    await leaveMessages(stage, 60);
    await pause(stage.random.between(0, 400));
    line.halfOpen();
    const item = await bookInTheEnd(stage);
    await leaveMessages(stage, 20);
    await pause(stage.soak ? HANGS_MS.soak : HANGS_MS.quick);
    line.forget();
    const healedAt = performance.now();
    await until('the mail is sent', () => messagesAbout(stage, item).length === 1, BACK_MS);
    await drained(stage, BACK_MS);
    const recoveryMs = Math.round(performance.now() - healedAt);
    await ticksAgain(stage, 60_000);
    assert.equal(worker.over, false, 'the worker was not started again');
    return { recoveryMs };
  },
};

/** What the silent worker has locked it holds until the database ends its session; whoever wants it is told to come again. */
async function bookInTheEnd(stage: Stage): Promise<MailedItem> {
  const items: MailedItem[] = [];
  await until('the booking is taken', async () => items.push(await bookMailed(stage, 0)) > 0, BACK_MS);
  const [item] = items;
  if (item === undefined) throw new Error('nothing was booked');
  return item;
}
