import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, type MailedItem, messagesAbout } from '../harness/mail-desk.js';
import { as, slotOf } from '../harness/meeting-desk.js';
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
    // This worker plans mails and never sends one.
    const planner = await stage.startWorker({ FAULT_POINTS: 'outbox.claimed=hang@mail.due' });
    const moved = await bookMailed(stage, 0);
    await planned(stage, moved, 1);
    await as(stage, 'karla').post(`/bookings/${moved.id}/rescheduling`, { slotId: slotOf(stage, 3) }).expect(200);
    await planned(stage, moved, 2);
    const cancelled = await bookMailed(stage, 1);
    await planned(stage, cancelled, 1);
    await stage.cancel(cancelled.id);
    await planned(stage, cancelled, 2);
    await planner.kill();
    await stage.query(TURN_ROUND);
    await stage.startWorker();
    // What the planner held in the queue is given to another only when it has been silent for long enough.
    const recoveryMs = await drained(stage, stage.bars.takeOverMs);
    assert.deepEqual(messagesAbout(stage, moved).map(({ method }) => method), ['REQUEST'], 'the newest alone is told');
    assert.deepEqual(messagesAbout(stage, cancelled), [], 'nobody hears of an item that never stood in a calendar');
    return { recoveryMs };
  },
};

async function planned(stage: Stage, item: MailedItem, count: number): Promise<void> {
  await until(`mail ${count} is planned`, async () => (await stage.count(PLANNED, [item.id])) === count, stage.bars.takeOverMs);
}
