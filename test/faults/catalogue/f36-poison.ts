import assert from 'node:assert/strict';
import { Timing } from '../../../src/platform/config/timing.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, messagesAbout } from '../harness/mail-desk.js';
import { drained, leaveMessages } from '../harness/messages.js';
import { OutOfPatience, until } from '../harness/patience.js';
import { percentile } from '../harness/percentiles.js';
import type { Stage } from '../harness/stage.js';

const POISON = `
  INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at)
  SELECT gen_random_uuid(), 'youth.changed', '{"youthId": "ikke et id"}', 'pending', now(), now() FROM generate_series(1, $1)`;
const TRIED = `SELECT max(attempts) FROM outbox_message WHERE kind = 'youth.changed' AND state = 'dead'`;
const DEAD = `SELECT count(*) FROM outbox_message WHERE kind = 'youth.changed' AND state = 'dead'`;
const POISONED = 12;
/** Dead within the run; the last of a real installation's tries comes a quarter of an hour later, and a soak waits for it. */
const SOON = { OUTBOX_TRIES: '6', OUTBOX_PAUSE_MS: '300' };
const LAST_TRY_MS = { soak: 960_000, quick: 30_000 };
const MEASURED = 4;
/** Beside the poison a mail takes no longer than this more. */
const DELAY_MS = 1_000;

export const fault: Fault = {
  id: 'F36', title: 'messages that always fail', queues: BOTH,
  async run(stage) {
    stage.mayDie.add('youth.changed');
    await Promise.all([stage.startWeb(), stage.startWorker(stage.soak ? {} : SOON)]);
    const tries = stage.soak ? new Timing().OUTBOX_TRIES : Number(SOON.OUTBOX_TRIES);
    await mailTakes(stage, 0); // the first finds processes that have only just come up
    const clean = await medianOfMails(stage, 1);
    await stage.query(POISON, [POISONED]);
    await leaveMessages(stage, 20);
    const begun = performance.now();
    const poisoned = await medianOfMails(stage, 1 + MEASURED);
    const told = `a mail took ${clean} ms without the poison and ${poisoned} ms beside it`;
    assert.ok((await stage.count(DEAD)) < POISONED, `the poison was still being tried: ${told}`);
    if (poisoned > clean + DELAY_MS) throw new OutOfPatience(`others are held up: ${told}`);
    await until('the poison is dead', async () => (await stage.count(DEAD)) === POISONED, stage.soak ? LAST_TRY_MS.soak : LAST_TRY_MS.quick);
    const recoveryMs = Math.round(performance.now() - begun);
    assert.equal(await stage.count(TRIED), tries, 'no endless loop');
    await drained(stage);
    assert.equal(await stage.count(`SELECT count(*) FROM task WHERE kind = 'message_died'`), POISONED, 'the administrator is asked to look');
    return { recoveryMs, note: told };
  },
};

async function medianOfMails(stage: Stage, from: number): Promise<number> {
  const times: number[] = [];
  for (let n = from; n < from + MEASURED; n += 1) times.push(await mailTakes(stage, n));
  return percentile(times, 0.5);
}

/** Milliseconds from a booking's answer until its mail has come. */
async function mailTakes(stage: Stage, n: number): Promise<number> {
  const item = await bookMailed(stage, n);
  return until('its mail has come', () => messagesAbout(stage, item).length === 1, stage.bars.takeOverMs);
}
