import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { slotOf } from '../harness/meeting-desk.js';

/** A rival gets the place of the killed process within this time. */
const FREE_MS = 2_000;

export const fault: Fault = {
  id: 'F07', title: 'the web process is killed before the commit', queues: ANY,
  async run(stage) {
    const other = await stage.startWeb();
    const doomed = await stage.startWeb({ FAULT_POINTS: 'transaction.before-commit=exit@booking.created' });
    const [referralId = '', rival = ''] = stage.world.referrals;
    const act = await stage.book(referralId, slotOf(stage, 0), { web: doomed });
    assert.equal(act.verdict, 'unknown');
    assert.equal(await doomed.program.ended, 'SIGKILL');
    const begun = performance.now();
    const next = await stage.book(rival, slotOf(stage, 0), { web: other });
    const recoveryMs = Math.round(performance.now() - begun);
    assert.equal(next.status, 201, 'the place is free');
    assert.ok(recoveryMs <= FREE_MS, `its locks were free after ${recoveryMs} ms`);
    for (const trace of ['booking WHERE referral_id = $1', 'audit_entry WHERE action = \'booking.created\' AND detail ->> \'referralId\' = $1']) {
      assert.equal(await stage.count(`SELECT count(*) FROM ${trace}`, [referralId]), 0, 'nothing of it is there');
    }
    return { recoveryMs };
  },
};
