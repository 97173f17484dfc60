import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { slotOf } from '../harness/meeting-desk.js';
import { cutAfterCommit, TcpProxy } from '../harness/tcp-proxy.js';

export const fault: Fault = {
  id: 'F05', title: 'the database commits and its answer is lost', queues: ANY,
  async run(stage) {
    const line = await TcpProxy.start(stage.server.port);
    stage.onEnd(() => line.stop());
    await stage.startWeb({ DATABASE_URL: stage.server.url(stage.database, line.port) });
    line.intercept(cutAfterCommit('INSERT INTO "booking"'));
    const [referralId = ''] = stage.world.referrals;
    const key = `uvist-svar-${stage.random.seed}`;
    const unsure = await stage.book(referralId, slotOf(stage, 0), { key });
    assert.deepEqual({ status: unsure.status, code: unsure.code }, { status: 503, code: 'outcome_unknown' });
    assert.doesNotMatch(stage.history.refusals.join(''), /Intet er gemt/, 'nobody is told that nothing was saved');
    assert.equal(await stage.count('SELECT count(*) FROM booking WHERE referral_id = $1', [referralId]), 1, 'the commit went through');
    const begun = performance.now();
    const again = await stage.book(referralId, slotOf(stage, 0), { key });
    assert.equal(again.status, 201);
    assert.equal(await stage.count('SELECT count(*) FROM booking WHERE referral_id = $1', [referralId]), 1);
    return { recoveryMs: Math.round(performance.now() - begun) };
  },
};
