import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { messagesAbout } from '../harness/mail-desk.js';
import { slotOf } from '../harness/meeting-desk.js';
import { drained } from '../harness/messages.js';
import { until } from '../harness/patience.js';

export const fault: Fault = {
  id: 'F06', title: 'the web process is killed after the commit, before its answer', queues: BOTH,
  async run(stage) {
    await stage.startWorker();
    const doomed = await stage.startWeb({ FAULT_POINTS: 'transaction.committed=exit@booking.created' });
    const [referralId = ''] = stage.world.referrals;
    const act = await stage.book(referralId, slotOf(stage, 0), { participantIds: stage.world.extras.slice(0, 1) });
    assert.equal(act.verdict, 'unknown');
    assert.equal(await doomed.program.ended, 'SIGKILL');
    const [booking] = await stage.query<{ id: string; uid: string }>('SELECT id, uid::text AS uid FROM booking WHERE referral_id = $1', [referralId]);
    assert.ok(booking, 'the booking is there');
    const done = `SELECT count(*) FROM outbox_message WHERE kind = 'booking.changed' AND payload ->> 'bookingId' = $1 AND state = 'done'`;
    const recoveryMs = await until('the relay has passed its message on', async () => (await stage.count(done, [booking.id])) === 1, stage.bars.drainMs);
    await until('its mail has come', () => messagesAbout(stage, booking).length > 0, stage.bars.drainMs);
    await drained(stage);
    assert.equal(messagesAbout(stage, booking).length, 1, 'one mail');
    return { recoveryMs };
  },
};
