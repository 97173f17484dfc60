import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, mailsDone, messagesAbout } from '../harness/mail-desk.js';
import { until } from '../harness/patience.js';
import type { Program } from '../harness/program.js';
import type { Stage } from '../harness/stage.js';

/** The one repeat that nobody can rule out: the server has the mail, and the worker dies before it can note that. */
export const fault: Fault = {
  id: 'F09', title: 'a worker is killed after the mail server took the mail, before that is noted', queues: BOTH,
  async run(stage) {
    await stage.startWeb();
    stage.mayRepeat = 1;
    const heard = stage.random.next() < 0.5;
    const doomed = await stage.startWorker(heard ? { FAULT_POINTS: 'mail.accepted=exit' } : {});
    if (!heard) stage.mail.mode = 'hold';
    const item = await bookMailed(stage, 0);
    if (!heard) await killUnderSending(stage, doomed);
    assert.equal(await doomed.ended, 'SIGKILL');
    const killedAt = performance.now();
    stage.mail.release();
    await stage.startWorker();
    await until('the mail is done', async () => (await mailsDone(stage, item)) === 1, stage.bars.takeOverMs);
    const recoveryMs = Math.round(performance.now() - killedAt);
    const copies = messagesAbout(stage, item);
    assert.ok(copies.length <= 2, `${copies.length} copies`);
    assert.equal(new Set(copies.map(({ messageId, uid, sequence }) => `${messageId} ${uid} ${sequence}`)).size, 1, 'all with one identity');
    return { recoveryMs, note: `${copies.length} copies, killed ${heard ? 'after' : 'before'} it heard the 250` };
  },
};

async function killUnderSending(stage: Stage, worker: Program): Promise<void> {
  await until('the server has the mail', () => stage.mail.mails.length > 0, stage.bars.takeOverMs);
  worker.signal('SIGKILL');
}
