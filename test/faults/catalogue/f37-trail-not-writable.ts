import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { as, slotOf } from '../harness/meeting-desk.js';

const CLOSE = 'REVOKE INSERT ON audit_entry FROM overgang_app';
const OPEN = 'GRANT INSERT ON audit_entry TO overgang_app';

export const fault: Fault = {
  id: 'F37', title: 'the trail cannot be written', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    await stage.query(CLOSE);
    const shown = await as(stage, 'gitte').get(`/youths/${stage.world.youths[0]}`);
    assert.equal(shown.status, 503);
    assert.equal((shown.body as { code: string }).code, 'audit_unavailable');
    const [referralId = ''] = stage.world.referrals;
    const act = await stage.book(referralId, slotOf(stage, 0));
    assert.equal(act.status, 503);
    const refused = await as(stage, 'regitze').get(`/youths/${stage.world.youths[0]}`);
    assert.equal(refused.status, 503, 'a refusal that cannot be noted is no refusal');
    for (const table of ['booking WHERE referral_id = $1', 'occupancy o JOIN booking b ON b.id = o.booking_id WHERE b.referral_id = $1']) {
      assert.equal(await stage.count(`SELECT count(*) FROM ${table}`, [referralId]), 0, 'nothing changed');
    }
    await stage.query(OPEN);
    const openAt = performance.now();
    await as(stage, 'gitte').get(`/youths/${stage.world.youths[0]}`).expect(200);
    return { recoveryMs: Math.round(performance.now() - openAt) };
  },
};
