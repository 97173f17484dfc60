import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { calendarMails } from '../harness/mail-desk.js';
import { slotOf } from '../harness/meeting-desk.js';
import { drained } from '../harness/messages.js';

/** A rival gets the place of the killed process within this time. */
const FREE_MS = 2_000;

export const fault: Fault = {
  id: 'F07', title: 'the web process is killed before the commit', queues: ANY,
  async run(stage) {
    const [other] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    const doomed = await stage.startWeb({ FAULT_POINTS: 'transaction.before-commit=exit@booking.created' });
    const [referralId = '', rival = ''] = stage.world.referrals;
    const act = await stage.book(referralId, slotOf(stage, 0), { web: doomed, participantIds: stage.world.extras.slice(0, 1) });
    assert.equal(act.verdict, 'unknown');
    assert.equal(await doomed.program.ended, 'SIGKILL');
    const begun = performance.now();
    const next = await stage.book(rival, slotOf(stage, 0), { web: other, participantIds: stage.world.extras.slice(1, 2) });
    const recoveryMs = Math.round(performance.now() - begun);
    assert.equal(next.status, 201, 'the place is free');
    assert.ok(recoveryMs <= FREE_MS, `its locks were free after ${recoveryMs} ms`);
    for (const trace of ['booking WHERE referral_id = $1', 'audit_entry WHERE action = \'booking.created\' AND detail ->> \'referralId\' = $1']) {
      assert.equal(await stage.count(`SELECT count(*) FROM ${trace}`, [referralId]), 0, 'nothing of it is there');
    }
    await drained(stage);
    const told = calendarMails(stage).map(({ uid }) => uid.replace(/@.*/, ''));
    const [stands] = await stage.query<{ uid: string }>('SELECT uid::text AS uid FROM booking WHERE id = $1', [next.id]);
    assert.deepEqual([...new Set(told)], [stands?.uid], 'mail went out about the rival\'s item, and about nothing else');
    return { recoveryMs };
  },
};
