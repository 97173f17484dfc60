import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { drained, leaveMessages } from '../harness/messages.js';
import { until } from '../harness/patience.js';

const POISON = `
  INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at)
  SELECT gen_random_uuid(), 'youth.changed', '{"youthId": "ikke et id"}', 'pending', now(), now() FROM generate_series(1, $1)`;
const DEAD = `SELECT count(*) FROM outbox_message WHERE kind = 'youth.changed' AND state = 'dead'`;
const POISONED = 12;
/** The last of a real installation's tries comes a quarter of an hour later. */
const SOON = { OUTBOX_TRIES: '5', OUTBOX_PAUSE_MS: '50' };

export const fault: Fault = {
  id: 'F36', title: 'messages that always fail', queues: BOTH,
  async run(stage) {
    stage.mayDie.add('youth.changed');
    await Promise.all([stage.startWeb(), stage.startWorker(SOON)]);
    await stage.query(POISON, [POISONED]);
    await leaveMessages(stage, 20);
    const begun = performance.now();
    const item = await bookMailed(stage, 0);
    await until('others are not held up', () => messagesAbout(stage, item).length === 1, stage.bars.takeOverMs);
    const othersMs = Math.round(performance.now() - begun);
    const recoveryMs = await until('the poison is dead', async () => (await stage.count(DEAD)) === POISONED, stage.bars.takeOverMs);
    assert.equal(await stage.count(`SELECT max(attempts) FROM outbox_message WHERE kind = 'youth.changed' AND state = 'dead'`), Number(SOON.OUTBOX_TRIES), 'no endless loop');
    await drained(stage);
    assert.equal(await stage.count(`SELECT count(*) FROM task WHERE kind = 'message_died'`), POISONED, 'the administrator is asked to look');
    return { recoveryMs, note: `a booking's mail went out after ${othersMs} ms meanwhile` };
  },
};
