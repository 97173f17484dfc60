import assert from 'node:assert/strict';
import { type Fault, REDIS } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { drained, leaveMessages } from '../harness/messages.js';
import { until } from '../harness/patience.js';

export const fault: Fault = {
  id: 'F16', title: 'Redis has no memory left', queues: REDIS,
  async run(stage) {
    const [, worker] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    await stage.redis?.command('CONFIG', 'SET', 'maxmemory', '1');
    stage.onEnd(async () => stage.redis?.command('CONFIG', 'SET', 'maxmemory', '0'));
    const item = await bookMailed(stage, 0);
    await leaveMessages(stage, 100);
    await until('the relay says that it cannot', () => /"msg":"(relay failed|the queue is away or fails[^"]*)"/.test(worker.output), stage.bars.takeOverMs);
    const waiting = await stage.count(`SELECT count(*) FROM outbox_message WHERE kind = 'youth.changed' AND state IN ('pending', 'queued')`);
    assert.ok(waiting >= 100, `${waiting} of 100 messages wait in the outbox`);
    assert.equal(messagesAbout(stage, item).length, 0);
    await until('the alarm is raised: no work comes through', () => /"code":"worker_silent"/.test(worker.output), 2 * stage.bars.takeOverMs);
    await stage.redis?.command('CONFIG', 'SET', 'maxmemory', '0');
    const recoveryMs = await drained(stage);
    assert.equal(messagesAbout(stage, item).length, 1);
    return { recoveryMs };
  },
};
