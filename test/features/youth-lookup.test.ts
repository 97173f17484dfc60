import { newId } from '../../src/platform/database/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordMeasure, replacementCpr } from '../support/youth-builder.js';
import { youthOfLookup } from '../../src/youths/lookups/youth-of-lookup.js';
import type { Actor } from '../../src/platform/database/actor.js';

let app: TestApp;
let org: Organisation;
let emil: string;
const cpr = replacementCpr('2009-01-24');

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  const body = { cpr, firstName: 'Emil', lastName: 'Krogsbøl', departmentId: org.unit.uu };
  emil = ((await (await as('karla')).post('/youths', body).expect(201)).body as { id: string }).id;
  await recordMeasure(app, org, emil, { unit: 'social', act: 'serviceloven', section: '85', from: '2025-01-01', title: 'Bostøtte' });
});
afterEach(() => app.clock.moveTo(null));
afterAll(() => app.close());

async function as(name: StaffName) {
  return app.as(await org.token(name));
}

async function lookUp(name: StaffName, number: string, purpose = 'Vil rejse en sag om den unge'): Promise<{ lookupId: string; card: object }> {
  return (await (await as(name)).post('/youth-lookups', { cpr: number, purpose }).expect(200)).body as { lookupId: string; card: object };
}

function caseworker(name: StaffName): Actor {
  return { kind: 'staff', staffId: org.staff[name], name, roles: ['caseworker'], departmentId: null, requestId: 'test' };
}

describe('a look-up by CPR number', () => {
  it('tells which units to call, and neither name nor measure', async () => {
    const { lookupId, card } = await lookUp('jonas', cpr);
    expect(lookupId).toEqual(expect.any(String));
    expect(card).toEqual({ departments: [
      { name: 'Socialafdelingen', callName: 'Vagten', callPhone: '87 00 00 00' },
      { name: 'Uddannelsesvejledningen', callName: 'Vagten', callPhone: '87 00 00 00' },
    ] });
    await (await as('jonas')).get(`/youths/${emil}`).expect(404);
  });

  it('says 404 when nobody has the number, and is logged all the same', async () => {
    const answer = await (await as('jonas')).post('/youth-lookups', { cpr: replacementCpr('2009-02-02'), purpose: 'Ny henvendelse' }).expect(404);
    expect(answer.body).toMatchObject({ code: 'not_found' });
    const rows = await app.inTx((tx) => tx.query(
      `SELECT l.purpose, l.youth_id, a.action, a.youth_ids FROM youth_lookup l JOIN audit_entry a ON a.subject_id = l.id::text
       WHERE l.staff_id = $1 ORDER BY l.id DESC LIMIT 1`, [org.staff.jonas],
    ));
    expect(rows).toEqual([{ purpose: 'Ny henvendelse', youth_id: null, action: 'youth.looked_up', youth_ids: [] }]);
  });

  it('is logged with the youth, and the number stands nowhere', async () => {
    const { lookupId } = await lookUp('pia', cpr);
    const [row] = await app.inTx((tx) => tx.query<{ youth_ids: string[] }>('SELECT youth_ids FROM audit_entry WHERE subject_id = $1', [lookupId]));
    expect(row?.youth_ids).toEqual([emil]);
    const text = await app.inTx((tx) => tx.query("SELECT row_to_json(l)::text || (SELECT string_agg(detail::text, '') FROM audit_entry) AS all FROM youth_lookup l"));
    expect(JSON.stringify(text)).not.toContain(cpr.slice(7));
  });

  it('asks for a number that can be one, and for a purpose', async () => {
    const jonas = await as('jonas');
    const wrong = await jonas.post('/youth-lookups', { cpr: '310299-4000', purpose: 'Sag' }).expect(400);
    expect(wrong.body).toMatchObject({ errors: [{ field: 'cpr', code: 'cpr_date' }] });
    expect(JSON.stringify(wrong.body)).not.toContain('310299');
    await jonas.post('/youth-lookups', { cpr }).expect(400);
    await (await as('anker')).post('/youth-lookups', { cpr, purpose: 'Nysgerrig' }).expect(403);
  });

  it('is good for a referral by its author for 24 hours', async () => {
    const { lookupId } = await lookUp('jonas', cpr);
    const asked = Date.now();
    expect(await app.inTx((tx) => youthOfLookup(tx, lookupId), caseworker('jonas'))).toBe(emil);
    await expect(app.inTx((tx) => youthOfLookup(tx, lookupId), caseworker('pia'))).rejects.toMatchObject({ code: 'not_found' });
    app.clock.moveTo(new Date(asked + 25 * 3_600_000));
    await expect(app.inTx((tx) => youthOfLookup(tx, lookupId), caseworker('jonas'))).rejects.toMatchObject({ code: 'lookup_expired' });
  });

  it('is done once for one key', async () => {
    const jonas = await as('jonas');
    const send = (number: string) => jonas.post('/youth-lookups', { cpr: number, purpose: 'Sag' }).set('idempotency-key', 'opslag-1234');
    const first = await send(cpr).expect(200);
    expect((await send(cpr).expect(200)).body).toEqual(first.body);
    expect((await send(replacementCpr('2009-01-24')).expect(422)).body).toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('is not for trying out numbers', async () => {
    const sonja = await as('sonja');
    const tryOne = () => sonja.post('/youth-lookups', { cpr: replacementCpr('2010-01-01'), purpose: 'Prøver' });
    for (let count = 0; count < 54; count += 1) await tryOne().expect(404);
    const atOnce = await Promise.all(Array.from({ length: 12 }, () => tryOne()));
    expect(atOnce.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 6 }, () => 404), ...Array.from({ length: 6 }, () => 429)]);
    const refused = await sonja.post('/youth-lookups', { cpr, purpose: 'Prøver' }).expect(429);
    expect(refused.body).toMatchObject({ code: 'too_many_lookups' });
  });
});

describe('recording a youth that is known', () => {
  const named = (number: string, departmentId: string): object => ({ cpr: number, firstName: 'Emil', lastName: 'Krogsbøl', departmentId });

  async function lookupsOf(name: StaffName): Promise<object[]> {
    return app.inTx((tx) => tx.query(
      `SELECT l.purpose, l.youth_id AS youth, a.action, a.ground, a.youth_ids AS youths FROM youth_lookup l
       JOIN audit_entry a ON a.subject_id = l.id::text AND a.actor_id = l.staff_id AND a.action = 'youth.looked_up'
       WHERE l.staff_id = $1 ORDER BY l.id`, [org.staff[name]],
    ));
  }

  it('is refused with the card of whom to call, and is a look-up in the log', async () => {
    const before = await lookupsOf('tage');
    const answer = await (await as('tage')).post('/youths', named(cpr, org.unit.ungeenhed)).expect(409);
    expect(answer.body).toMatchObject({ code: 'youth_known', card: { departments: [{ name: 'Socialafdelingen' }, { name: 'Uddannelsesvejledningen' }] } });
    expect(JSON.stringify(answer.body)).not.toContain(emil);
    expect((await lookupsOf('tage')).slice(before.length)).toEqual([
      { purpose: 'Ville oprette den unge', youth: emil, action: 'youth.looked_up', ground: 'recording', youths: [emil] },
    ]);
  });

  it('gives the same answer to the same key, and looks up once', async () => {
    const before = await lookupsOf('tage');
    const tage = await as('tage');
    const send = () => tage.post('/youths', named(cpr, org.unit.ungeenhed)).set('idempotency-key', 'opret-emil-1').expect(409);
    const [first, again] = [await send(), await send()];
    expect(again.body).toMatchObject({ code: 'youth_known', lookupId: (first.body as { lookupId: string }).lookupId, card: (first.body as { card: object }).card });
    expect(await lookupsOf('tage')).toHaveLength(before.length + 1);
  });

  it('is refused for anything else in the same words as an unknown one, and then is no look-up', async () => {
    const before = await lookupsOf('karla');
    const karla = await as('karla');
    const unknown = replacementCpr('2009-01-24');
    const answersOf = async (over: object, status: number): Promise<object[]> => Promise.all([cpr, unknown].map(async (number) => {
      const { code, title, errors } = (await karla.post('/youths', { ...named(number, org.unit.uu), ...over }).expect(status)).body as Record<string, unknown>;
      return { code, title, errors };
    }));
    for (const [over, status] of [
      [{ departmentId: newId() }, 400], [{ birthDate: '2009-01-25' }, 400], [{ coordinatorId: org.staff.anker }, 422], [{ school: 'Eng\u0000skolen' }, 400],
    ] as const) {
      const [known, other] = await answersOf(over, status);
      expect(known).toEqual(other);
    }
    expect(await lookupsOf('karla')).toEqual(before);
  });

  it('counts toward the look-ups of the hour, and tells nothing when they are used', async () => {
    const [row] = await app.inTx((tx) => tx.query<{ count: number }>('SELECT count(*)::int AS count FROM youth_lookup WHERE staff_id = $1', [org.staff.karla]));
    const karla = await as('karla');
    for (let count = row?.count ?? 0; count < 60; count += 1) await karla.post('/youths', named(cpr, org.unit.uu)).expect(409);
    for (const number of [cpr, replacementCpr('2009-01-24')]) {
      const refused = await karla.post('/youths', named(number, org.unit.uu)).expect(429);
      expect(refused.body).toMatchObject({ code: 'too_many_lookups' });
      expect(refused.body).not.toHaveProperty('card');
    }
    await karla.post('/youth-lookups', { cpr, purpose: 'Prøver' }).expect(429);
  });
});
