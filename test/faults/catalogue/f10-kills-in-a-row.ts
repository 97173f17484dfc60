import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, mailsDead, mailsDone, messagesAbout } from '../harness/mail-desk.js';
import { until } from '../harness/patience.js';

const KILLS = 5;
/** More than the kills: a message that ends its workers is buried at last. */
const OUTBOX_TRIES = String(KILLS + 2);

export const fault: Fault = {
  id: 'F10', title: 'five workers in a row are killed with the same mail in hand', queues: BOTH,
  async run(stage) {
    await stage.startWeb();
    const item = await bookMailed(stage, 0);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const doomed = stage.launchWorker({ FAULT_POINTS: 'outbox.claimed=exit@mail.due', OUTBOX_TRIES });
      await until('the worker takes the mail', () => doomed.over, 2 * stage.bars.takeOverMs);
      assert.match(doomed.output, /outbox.claimed: exit/);
    }
    const killedAt = performance.now();
    assert.equal(await mailsDead(stage), 0, 'it is not given up before the policy says so');
    await stage.startWorker({ OUTBOX_TRIES });
    await until('the mail is sent', async () => (await mailsDone(stage, item)) === 1, stage.bars.takeOverMs);
    assert.equal(messagesAbout(stage, item).length, 1);
    return { recoveryMs: Math.round(performance.now() - killedAt) };
  },
};
