import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { slotOf } from '../harness/meeting-desk.js';
import { PageDesk } from '../harness/page-desk.js';
import type { Stage } from '../harness/stage.js';
import { cutAnswerAfter, TcpProxy } from '../harness/tcp-proxy.js';

const BOOKINGS = 'SELECT count(*) FROM booking WHERE referral_id = $1';
const PEOPLE = 'SELECT count(*) FROM network_person WHERE youth_id = $1';
const PERSON = { kind: 'private', closeness: '1', relation: 'storesøster', phone: '', email: '' };

export const fault: Fault = {
  id: 'F04', title: 'one form sent twice, also after an answer that broke off', queues: ANY,
  async run(stage) {
    const web = await stage.startWeb();
    const line = await TcpProxy.start(Number(new URL(web.url).port));
    stage.onEnd(() => line.stop());
    line.intercept(cutAnswerAfter(stage.random.between(0, 60)));
    const broken = `http://127.0.0.1:${line.port}`;
    await byKey(stage, broken);
    await byPage(stage, broken);
    return {};
  },
};

/** The API, with an Idempotency-Key. @param broken the way on which answers break off */
async function byKey(stage: Stage, broken: string): Promise<void> {
  const [first = '', second = ''] = stage.world.referrals;
  const twice = await Promise.all([1, 2].map(() => stage.book(first, slotOf(stage, 0, 0), { key: `dobbelt-${stage.random.seed}` })));
  assert.deepEqual(twice.map((act) => act.status), [201, 201]);
  assert.equal(twice[0]?.id, twice[1]?.id);

  const key = `afbrudt-${stage.random.seed}`;
  assert.equal((await stage.book(second, slotOf(stage, 0, 1), { key, web: { ...stage.web, url: broken } })).verdict, 'unknown');
  const again = await stage.book(second, slotOf(stage, 0, 1), { key });
  assert.equal(again.status, 201);
  assert.equal(await stage.count(`${BOOKINGS} AND id = $2`, [second, again.id]), 1, 'it shows the one booking');
  for (const referral of [first, second]) assert.equal(await stage.count(BOOKINGS, [referral]), 1);
}

/** The pages' own forms: a booking by "Find en tid", and a person on the network map. */
async function byPage(stage: Stage, broken: string): Promise<void> {
  const [, , third = '', fourth = ''] = stage.world.referrals;
  const [sofie = '', ali = ''] = stage.world.youths;
  const [karla, gitte] = [await PageDesk.open(stage, 'karla'), await PageDesk.open(stage, 'gitte')];
  for (const [referral, first] of [[third, undefined], [fourth, broken]] as const) {
    await sentTwice(karla, { page: `/anmodninger/${referral}/tid`, action: `/anmodninger/${referral}/tid`, to: /^\/punkter\/[0-9a-f-]{36}\/tid\?/ }, first);
    assert.equal(await stage.count(BOOKINGS, [referral]), 1, 'the page booked once');
  }
  for (const [youth, first] of [[sofie, undefined], [ali, broken]] as const) {
    const before = await stage.count(PEOPLE, [youth]);
    await sentTwice(gitte, { page: `/unge/${youth}`, action: `/unge/${youth}/netvaerk`, to: /^\/unge\/[0-9a-f-]{36}\?/, fields: { ...PERSON, name: 'Kanarienetværk' } }, first);
    assert.equal(await stage.count(PEOPLE, [youth]), before + 1, 'one person came');
  }
}

interface Sending {
  readonly page: string;
  readonly action: string;
  /** Where both answers lead. */
  readonly to: RegExp;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Twice at the same time, or first on a way on which the answer breaks off; then once more. */
async function sentTwice(desk: PageDesk, { page, action, to, fields }: Sending, broken: string | undefined): Promise<void> {
  const form = await desk.draw(page, action, fields);
  const answers = broken === undefined ? await Promise.all([1, 2].map(() => desk.send(action, form))) : [];
  if (broken !== undefined) assert.equal((await desk.send(action, form, broken)).status, null, 'its answer broke off');
  answers.push(await desk.send(action, form));
  for (const answer of answers) assert.deepEqual(answer, { status: 303, location: answers[0]?.location });
  assert.match(answers[0]?.location ?? '', to);
}
