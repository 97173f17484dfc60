import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, type MailedItem, messagesAbout } from '../harness/mail-desk.js';
import { slotOf } from '../harness/meeting-desk.js';
import { drained } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

const PLANNED = `SELECT count(*) FROM mail_delivery WHERE subject_id = $1`;
/** Whatever was first in line is last now. */
const TURN_ROUND = `
  UPDATE outbox_message m SET state = 'pending', lease_until = NULL, available_at = now() + line.place * interval '400 milliseconds'
  FROM (SELECT id, row_number() OVER (ORDER BY created_at DESC, id DESC) AS place FROM outbox_message WHERE kind = 'mail.due' AND state <> 'done') line
  WHERE line.id = m.id`;

export const fault: Fault = {
  id: 'F30', title: 'updates and cancellations come to their turn before the first invitation', queues: BOTH,
  async run(stage) {
    await stage.startWeb();
    const invited = [await bookMailed(stage, 0), await bookMailed(stage, 1)];
    const sender = await stage.startWorker();
    for (const item of invited) await until('the first invitation is sent', async () => (await ledger(stage, item)) === 'request 0 sent', stage.bars.takeOverMs);
    await drained(stage);
    await sender.stop();
    // This worker plans mails and never sends one.
    const planner = await stage.startWorker({ FAULT_POINTS: 'outbox.claimed=hang@mail.due' });
    const fresh = [await bookMailed(stage, 2), await bookMailed(stage, 3)];
    for (const item of fresh) await planned(stage, item, 1);
    const [sentMoved, sentCancelled, moved, cancelled] = [...invited, ...fresh] as [MailedItem, MailedItem, MailedItem, MailedItem];
    await movedOn(stage, sentMoved, 4, 2);
    await movedOn(stage, sentMoved, 5, 3);
    await movedOn(stage, sentCancelled, 6, 2);
    await cancelledToo(stage, sentCancelled, 3);
    await movedOn(stage, moved, 7, 2);
    await cancelledToo(stage, cancelled, 2);
    await planner.kill();
    await stage.query(TURN_ROUND);
    await stage.startWorker();
    // What the planner held in the queue is given to another only when it has been silent for long enough.
    const recoveryMs = await drained(stage, stage.bars.takeOverMs);
    assert.deepEqual(await Promise.all([sentMoved, sentCancelled, moved, cancelled].map((item) => ledger(stage, item))), [
      'request 0 sent, request 1 superseded, request 2 sent', 'request 0 sent, request 1 superseded, cancel 2 sent',
      'request 0 superseded, request 1 sent', 'request 0 superseded, cancel 1 superseded',
    ]);
    assert.deepEqual([sentMoved, sentCancelled, moved, cancelled].map((item) => arrived(stage, item)), [
      'REQUEST 0, REQUEST 2', 'REQUEST 0, CANCEL 2', 'REQUEST 1', '',
    ], 'the newest alone is told, and nobody hears of an item that never stood in a calendar');
    return { recoveryMs };
  },
};

/** Its mails in the order in which they were written, and what became of them. */
async function ledger(stage: Stage, { id }: MailedItem): Promise<string> {
  const rows = await stage.query<{ mail: string }>(`SELECT format('%s %s %s', kind, sequence, state) AS mail FROM mail_delivery WHERE subject_id = $1 ORDER BY sequence`, [id]);
  return rows.map(({ mail }) => mail).join(', ');
}

function arrived(stage: Stage, item: MailedItem): string {
  return messagesAbout(stage, item).map(({ method, sequence }) => `${method} ${sequence}`).join(', ');
}

/** @param count so many mails about it are planned then */
async function movedOn(stage: Stage, item: MailedItem, day: number, count: number): Promise<void> {
  assert.equal((await stage.onItem(item.id, { does: 'move', slotId: slotOf(stage, day) })).status, 200);
  await planned(stage, item, count);
}

async function cancelledToo(stage: Stage, item: MailedItem, count: number): Promise<void> {
  assert.equal((await stage.cancel(item.id)).verdict, 'ok');
  await planned(stage, item, count);
}

async function planned(stage: Stage, item: MailedItem, count: number): Promise<void> {
  await until(`mail ${count} is planned`, async () => (await stage.count(PLANNED, [item.id])) === count, stage.bars.takeOverMs);
}
