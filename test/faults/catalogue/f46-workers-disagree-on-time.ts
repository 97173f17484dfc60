import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { BOTH, type Fault } from '../harness/fault.js';
import { FakeClock, noFakeClock } from '../harness/fake-clock.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { drained } from '../harness/messages.js';
import { until } from '../harness/patience.js';

/** The lease has to be the database's: by the fast worker's clock it is over as soon as it begins. */
const SLOW_SENDING_MS = { soak: 12_000, quick: 2_200 };

/** It is about the lease alone: a mail that a busy machine holds for longer is not given up meanwhile, which would make a copy. */
const NOT_GIVEN_UP = { OUTBOX_EFFECT_MS: '60000' };

export const fault: Fault = {
  id: 'F46', title: 'two workers whose clocks differ by ten minutes', queues: BOTH, lacks: noFakeClock,
  async run(stage) {
    const clock = await FakeClock.set(stage.random.next() < 0.5 ? '+10m' : '-10m');
    stage.onEnd(() => clock.remove());
    await Promise.all([stage.startWeb(), stage.startWorker(NOT_GIVEN_UP), stage.startWorker({ ...NOT_GIVEN_UP, ...clock.environment })]);
    const items = [];
    stage.mail.mode = 'hold';
    for (let n = 0; n < 6; n += 1) items.push(await bookMailed(stage, n));
    await until('the mails are under way', () => stage.mail.mails.length >= items.length, stage.bars.takeOverMs);
    await pause(stage.soak ? SLOW_SENDING_MS.soak : SLOW_SENDING_MS.quick);
    stage.mail.release();
    const recoveryMs = await drained(stage);
    assert.deepEqual(items.map((item) => messagesAbout(stage, item).length), items.map(() => 1), 'each mail once');
    return { recoveryMs };
  },
};
