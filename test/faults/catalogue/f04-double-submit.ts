import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { slotOf } from '../harness/meeting-desk.js';
import { cutAnswerAfter, TcpProxy } from '../harness/tcp-proxy.js';

export const fault: Fault = {
  id: 'F04', title: 'one form sent twice, also after an answer that broke off', queues: ANY,
  async run(stage) {
    const web = await stage.startWeb();
    const [first = '', second = ''] = stage.world.referrals;
    const twice = await Promise.all([1, 2].map(() => stage.book(first, slotOf(stage, 0, 0), { key: `dobbelt-${stage.random.seed}` })));
    assert.deepEqual(twice.map((act) => act.status), [201, 201]);
    assert.equal(twice[0]?.id, twice[1]?.id);

    const line = await TcpProxy.start(Number(new URL(web.url).port));
    stage.onEnd(() => line.stop());
    line.intercept(cutAnswerAfter(stage.random.between(0, 60)));
    const key = `afbrudt-${stage.random.seed}`;
    const broken = await stage.book(second, slotOf(stage, 0, 1), { key, web: { ...web, url: `http://127.0.0.1:${line.port}` } });
    assert.equal(broken.verdict, 'unknown');
    const again = await stage.book(second, slotOf(stage, 0, 1), { key });
    assert.equal(again.status, 201);
    assert.equal(await stage.count('SELECT count(*) FROM booking WHERE referral_id = $1 AND id = $2', [second, again.id]), 1, 'it shows the one booking');
    assert.equal(await stage.count('SELECT count(*) FROM booking WHERE referral_id = $1', [second]), 1);
    assert.equal(await stage.count('SELECT count(*) FROM booking WHERE referral_id = $1', [first]), 1);
    return {};
  },
};
