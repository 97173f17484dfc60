import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { slotOf } from '../harness/meeting-desk.js';
import { PageDesk } from '../harness/page-desk.js';
import type { Stage } from '../harness/stage.js';
import { cutAfterCommit, TcpProxy } from '../harness/tcp-proxy.js';

const BOOKINGS = 'SELECT count(*) FROM booking WHERE referral_id = $1';

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
    assert.equal(await stage.count(BOOKINGS, [referralId]), 1, 'the commit went through');
    const begun = performance.now();
    const again = await stage.book(referralId, slotOf(stage, 0), { key });
    assert.equal(again.status, 201);
    assert.equal(await stage.count(BOOKINGS, [referralId]), 1);
    const recoveryMs = Math.round(performance.now() - begun);
    await byPage(stage, line);
    return { recoveryMs };
  },
};

/** Whoever is not told whether the page's form was saved may send it again. */
async function byPage(stage: Stage, line: TcpProxy): Promise<void> {
  const [, referralId = ''] = stage.world.referrals;
  const at = `/anmodninger/${referralId}/tid`;
  const karla = await PageDesk.open(stage, 'karla');
  const form = await karla.draw(at, at);
  line.intercept(cutAfterCommit('INSERT INTO "booking"'));
  assert.equal((await karla.send(at, form)).status, 503);
  assert.equal(await stage.count(BOOKINGS, [referralId]), 1, 'the page’s commit went through');
  const again = await karla.send(at, form);
  assert.match(again.location ?? '', /^\/punkter\/[0-9a-f-]{36}\/tid\?/);
  assert.equal(await stage.count(`${BOOKINGS} AND id::text = $2`, [referralId, again.location?.split('/')[2]]), 1, 'it leads to the one booking');
}
