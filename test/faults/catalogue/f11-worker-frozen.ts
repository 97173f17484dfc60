import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, mailsDone, messagesAbout } from '../harness/mail-desk.js';
import { drained } from '../harness/messages.js';
import { until } from '../harness/patience.js';

const FROZEN_MS = { soak: 90_000, quick: 5_000 };

export const fault: Fault = {
  id: 'F11', title: 'a worker freezes in the middle of sending and wakes up after another took over', queues: BOTH,
  async run(stage) {
    await stage.startWeb();
    stage.mayRepeat = 1;
    stage.mail.mode = 'hold';
    const sleeper = await stage.startWorker();
    // A transaction that is open when the worker freezes holds its rows until the database ends it, after a minute.
    await drained(stage);
    const item = await bookMailed(stage, 0);
    await until('the server has the mail', () => stage.mail.mails.length > 0, stage.bars.takeOverMs);
    sleeper.signal('SIGSTOP');
    const frozenAt = performance.now();
    stage.mail.release();
    await stage.startWorker();
    await until('the other worker is done with it', async () => (await mailsDone(stage, item)) === 1, stage.bars.takeOverMs);
    const recoveryMs = Math.round(performance.now() - frozenAt);
    await pause(Math.max(0, (stage.soak ? FROZEN_MS.soak : FROZEN_MS.quick) - recoveryMs));
    sleeper.signal('SIGCONT');
    await until('the sleeper says that it was overtaken', () => /taken over by another worker/.test(sleeper.output), stage.bars.takeOverMs);
    assert.ok(messagesAbout(stage, item).length <= 2, 'at most one copy more');
    assert.equal(await mailsDone(stage, item), 1);
    return { recoveryMs };
  },
};
