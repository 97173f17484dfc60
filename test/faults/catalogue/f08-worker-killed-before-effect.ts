import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, mailsDone, messagesAbout } from '../harness/mail-desk.js';
import { until } from '../harness/patience.js';

export const fault: Fault = {
  id: 'F08', title: 'a worker is killed with a mail in hand, before sending it', queues: BOTH,
  async run(stage) {
    await stage.startWeb();
    const doomed = await stage.startWorker({ FAULT_POINTS: 'outbox.claimed=exit@mail.due' });
    const item = await bookMailed(stage, 0);
    assert.equal(await doomed.ended, 'SIGKILL');
    const killedAt = performance.now();
    assert.equal(messagesAbout(stage, item).length, 0, 'nothing was sent yet');
    await stage.startWorker();
    await until('the mail is sent', async () => (await mailsDone(stage, item)) === 1, stage.bars.takeOverMs);
    const recoveryMs = Math.round(performance.now() - killedAt);
    assert.deepEqual(messagesAbout(stage, item).map(({ method, sequence }) => `${method} ${sequence}`), ['REQUEST 0']);
    return { recoveryMs };
  },
};
