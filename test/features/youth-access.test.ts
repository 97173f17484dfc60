import type { Actor } from '../../src/platform/database/actor.js';
import { addDays } from '../../src/platform/clock/calendar-date.js';
import { dateAt, toInstant } from '../../src/platform/clock/zone.js';
import { endAccess, grantAccess, type AccessGrant } from '../../src/youths/access/grant-access.js';
import { accessTo, type AccessFound } from '../../src/youths/access/open-youth.js';
import { visibleTo } from '../../src/youths/access/visible-youths.js';
import { Youth } from '../../src/youths/youth.entity.js';
import { newId } from '../../src/platform/database/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordMeasure, recordYouth, replacementCpr, turns } from '../support/youth-builder.js';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
afterEach(() => app.clock.moveTo(null));
afterAll(() => app.close());

async function as(name: StaffName) {
  return app.as(await org.token(name));
}

async function actorOf(name: StaffName): Promise<Actor> {
  const [row] = await app.inTx((tx) => tx.query<{ department: string; roles: Actor['roles'] }>(
    'SELECT s.department_id AS department, array_agg(r.role) AS roles FROM staff_member s JOIN staff_role r ON r.staff_id = s.id WHERE s.id = $1 GROUP BY s.id',
    [org.staff[name]],
  ));
  return { kind: 'staff', staffId: org.staff[name], name, roles: row?.roles ?? [], departmentId: row?.department ?? null, requestId: 'test' };
}

async function accessOf(name: StaffName, youthId: string): Promise<AccessFound | null> {
  return app.inTx((tx) => accessTo(tx, youthId), await actorOf(name));
}

async function grant(youthId: string, given: Omit<AccessGrant, 'youthId' | 'sourceId'>): Promise<string> {
  const sourceId = newId();
  await app.inTx((tx) => grantAccess(tx, { youthId, sourceId, ...given }));
  return sourceId;
}

/** Recorded by a team leader, so that the secretary holds no ground of her own. */
async function recordedByTage(name: [string, string], born = '2009-05-05'): Promise<string> {
  const [firstName, lastName] = name;
  const body = { cpr: replacementCpr(born), firstName, lastName, departmentId: org.unit.ungeenhed };
  return ((await (await as('tage')).post('/youths', body).expect(201)).body as { id: string }).id;
}

describe('a running measure', () => {
  it("opens the youth to the unit's caseworkers and team leaders, and to nobody else", async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05' });
    await recordMeasure(app, org, youth, { unit: 'social', act: 'serviceloven', section: '85', from: '2025-01-01' });
    for (const name of ['solvej', 'sonja'] as const) {
      expect(await accessOf(name, youth)).toEqual({ scope: 'full', ground: 'open_measure' });
    }
    for (const name of ['jonas', 'henrik', 'anker', 'regitze'] as const) expect(await accessOf(name, youth)).toBeNull();
  });

  it('closes the youth when its last day is over', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05' });
    const measure = await recordMeasure(app, org, youth, { unit: 'social', act: 'serviceloven', section: '85', from: '2025-01-01' });
    const today = dateAt(new Date());
    const ended = await (await as('solvej')).post(`/measures/${measure}/ending`, { endsOn: today }).expect(200);
    expect(ended.body).toMatchObject({ id: measure, endsOn: today, open: true });
    await (await as('solvej')).get(`/youths/${youth}`).expect(200);
    app.clock.moveTo(toInstant(addDays(today, 1), '00:00'));
    await (await as('solvej')).get(`/youths/${youth}`).expect(404);
  });

  it('that begins later opens the youth on that day', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05' });
    const begins = addDays(dateAt(new Date()), 10);
    await recordMeasure(app, org, youth, { unit: 'ppr', act: 'folkeskoleloven', section: '12', from: begins });
    expect(await accessOf('pia', youth)).toBeNull();
    app.clock.moveTo(toInstant(begins, '08:00'));
    expect(await accessOf('pia', youth)).toEqual({ scope: 'full', ground: 'open_measure' });
  });

  it('is recorded by the unit itself or the coordinating caseworker', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05', coordinator: 'freja' });
    await recordMeasure(app, org, youth, { unit: 'social', act: 'serviceloven', section: '85', from: '2025-01-01' });
    const forPpr = { departmentId: org.unit.ppr, title: 'Udredning', startsOn: '2026-01-01' };
    const refused = await (await as('solvej')).post(`/youths/${youth}/measures`, forPpr).expect(403);
    expect(refused.body).toMatchObject({ code: 'not_your_unit' });
    await (await as('freja')).post(`/youths/${youth}/measures`, forPpr).expect(201);
    const twice = await (await as('freja')).post(`/youths/${youth}/measures`, forPpr).expect(409);
    expect(twice.body).toMatchObject({ code: 'measure_known' });
    const early = await (await as('freja')).post(`/youths/${youth}/measures`, { ...forPpr, startsOn: '2026-02-01', endsOn: '2026-01-31' }).expect(422);
    expect(early.body).toMatchObject({ code: 'ends_before_start' });
  });

  it('goes on when a reform gives the unit a new row under its code', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05' });
    await recordMeasure(app, org, youth, { unit: 'uu', act: 'stu-loven', section: '2', from: '2025-01-01' });
    const reformed = newId();
    await app.inTx((tx) => tx.execute(
      `INSERT INTO department (id, code, name, kind, valid_from) SELECT $2, code, 'Ungdomsvejledningen', kind, $3 FROM department WHERE id = $1`,
      [org.unit.uu, reformed, tx.today],
    ));
    const ulla = { ...(await actorOf('ulla')), departmentId: reformed };
    expect(await app.inTx((tx) => accessTo(tx, youth), ulla)).toEqual({ scope: 'full', ground: 'open_measure' });
    expect((await app.inTx((tx) => tx.find(Youth, youth, visibleTo(tx, 'full', 'id')), ulla)).id).toBe(youth);
  });
});

describe('a ground', () => {
  it('lasts until its end, and the best of several stands in the log', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05' });
    const author = await grant(youth, { holder: { staffId: org.staff.jonas }, ground: 'referral_author', scope: 'card' });
    expect(await accessOf('jonas', youth)).toEqual({ scope: 'card', ground: 'referral_author' });
    const booking = await grant(youth, { holder: { staffId: org.staff.jonas }, ground: 'booked_item' });
    expect(await accessOf('jonas', youth)).toEqual({ scope: 'full', ground: 'booked_item' });
    await app.inTx((tx) => endAccess(tx, { youthId: youth, ground: 'booked_item', sourceId: booking, untilAt: tx.now }));
    expect(await accessOf('jonas', youth)).toEqual({ scope: 'card', ground: 'referral_author' });
    await app.inTx((tx) => endAccess(tx, { youthId: youth, ground: 'referral_author', sourceId: author, untilAt: tx.now }));
    expect(await accessOf('jonas', youth)).toBeNull();
  });

  it('given again by the same source is renewed, not doubled', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05' });
    const source = await grant(youth, { holder: { departmentId: org.unit.ppr }, ground: 'accepted_referral', untilAt: new Date(0) });
    expect(await accessOf('pia', youth)).toBeNull();
    await app.inTx((tx) => grantAccess(tx, { youthId: youth, sourceId: source, holder: { departmentId: org.unit.ppr }, ground: 'accepted_referral' }));
    expect(await accessOf('pia', youth)).toEqual({ scope: 'full', ground: 'accepted_referral' });
    const rows = await app.inTx((tx) => tx.query('SELECT 1 FROM youth_access WHERE source_id = $1', [source]));
    expect(rows).toHaveLength(1);
  });

  it('of one holder ends without the others', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05' });
    const sourceId = newId();
    const holders = [{ staffId: org.staff.jonas }, { staffId: org.staff.pia }];
    await app.inTx((tx) => grantAccess(tx, holders.map((holder) => ({ youthId: youth, sourceId, holder, ground: 'booked_item' as const }))));
    await app.inTx((tx) => endAccess(tx, { youthId: youth, ground: 'booked_item', sourceId, untilAt: tx.now, holder: { staffId: org.staff.jonas } }));
    expect(await accessOf('jonas', youth)).toBeNull();
    expect(await accessOf('pia', youth)).not.toBeNull();
  });

  it('may be held by a role, whoever has it', async () => {
    const youth = await recordedByTage(['Storm', 'Ellegaard']);
    expect(await accessOf('karla', youth)).toBeNull();
    await grant(youth, { holder: { role: 'meeting_secretary' }, ground: 'open_referral' });
    expect(await accessOf('karla', youth)).toEqual({ scope: 'full', ground: 'open_referral' });
    expect(await accessOf('henrik', youth)).toBeNull();
  });

  it('helps no administrator or auditor, even when a row names them', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05' });
    await grant(youth, { holder: { staffId: org.staff.anker }, ground: 'booked_item' });
    expect(await accessOf('anker', youth)).toBeNull();
    await (await as('anker')).get(`/youths/${youth}`).expect(403);
    await (await as('regitze')).get(`/youths/${youth}`).expect(403);
  });

  it('of an import lasts 30 days', async () => {
    const youth = await recordedByTage(['Tobias', 'Kjærby']);
    expect(await accessOf('tage', youth)).toEqual({ scope: 'full', ground: 'import' });
    app.clock.moveTo(toInstant(addDays(dateAt(new Date()), 30), '23:00'));
    expect(await accessOf('tage', youth)).not.toBeNull();
    app.clock.moveTo(toInstant(addDays(dateAt(new Date()), 31), '00:00'));
    expect(await accessOf('tage', youth)).toBeNull();
  });
});

describe('who has the card only', () => {
  it('sees whom to call, and nothing of the youth', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05', name: 'Viggo Astrup', coordinator: 'freja' });
    await grant(youth, { holder: { staffId: org.staff.jonas }, ground: 'referral_author', scope: 'card' });
    const { body } = await (await as('jonas')).get(`/youths/${youth}`).expect(200);
    expect(body).toEqual({ id: youth, scope: 'card', card: { departments: [{ name: 'Ungeenheden', callName: 'Vagten', callPhone: '87 00 00 00' }] } });
    await (await as('jonas')).get(`/youths/${youth}/measures`).expect(404);
    await (await as('jonas')).patch(`/youths/${youth}`, { firstName: 'Anden' }).expect(404);
  });
});

describe('the secretary', () => {
  it("sees everybody's line in lists and searches, and not the case", async () => {
    const youth = await recordedByTage(['Amina', 'Vestermark']);
    const found = await (await as('karla')).post('/youth-searches', { text: 'Amina V' }).expect(200);
    expect((found.body as { items: Array<{ id: string }> }).items.map(({ id }) => id)).toEqual([youth]);
    await (await as('karla')).get(`/youths/${youth}`).expect(404);
    await (await as('karla')).get(`/youths/${youth}/measures`).expect(404);
  });
});

describe('a refused access', () => {
  it('looks the same for the unknown and the forbidden, on every route, and changes nothing', async () => {
    const foreign = await recordYouth(app, org, { born: turns(17, 0), coordinator: 'freja', measure: { act: 'barnets lov', section: '46', from: '2025-01-01' } });
    const freja = await as('freja');
    const person = (await freja.post(`/youths/${foreign}/network`, { kind: 'private', name: 'Moster', relation: 'moster', closeness: 1 }).expect(201)).body as { id: string };
    const holder = (await freja.post(`/youths/${foreign}/custody-holders`, { name: 'Mor', relation: 'mor', livesWithYouth: true, invite: true }).expect(201)).body as { id: string };
    const consent = (await freja.post(`/youths/${foreign}/consents`, {
      givenBy: 'custody_holder', custodyHolderId: holder.id, recipient: 'UU', scope: 'skolegang', purpose: 'overgang', givenOn: '2026-01-01',
    }).expect(201)).body as { id: string };
    const measures = (await freja.get(`/youths/${foreign}/measures`).expect(200)).body as { items: Array<{ id: string }> };
    const measure = measures.items[0]?.id ?? '';

    const newMeasure = { departmentId: org.unit.ppr, title: 'Udredning', startsOn: '2026-01-01' };
    const newPerson = { kind: 'private', name: 'Ven', relation: 'ven', closeness: 2 };
    const newHolder = { name: 'Far', relation: 'far', livesWithYouth: false, invite: true };
    const newConsent = { givenBy: 'youth', recipient: 'UU', scope: 'skolegang', purpose: 'overgang', givenOn: '2026-01-01' };
    const routes: Array<['get' | 'post' | 'patch' | 'delete', (id: string) => string, string, object?]> = [
      ['get', (id) => `/youths/${id}`, foreign],
      ['patch', (id) => `/youths/${id}`, foreign, { firstName: 'Ny' }],
      ['post', (id) => `/youths/${id}/cpr-disclosure`, foreign, { purpose: 'fagsystem' }],
      ['post', (id) => `/youths/${id}/handover`, foreign, { to: org.staff.pia }],
      ['get', (id) => `/youths/${id}/coordinators`, foreign],
      ['get', (id) => `/youths/${id}/measures`, foreign],
      ['post', (id) => `/youths/${id}/measures`, foreign, newMeasure],
      ['post', (id) => `/measures/${id}/ending`, measure, { endsOn: '2099-12-01' }],
      ['get', (id) => `/youths/${id}/network`, foreign],
      ['post', (id) => `/youths/${id}/network`, foreign, newPerson],
      ['delete', (id) => `/network-persons/${id}`, person.id],
      ['get', (id) => `/youths/${id}/custody-holders`, foreign],
      ['post', (id) => `/youths/${id}/custody-holders`, foreign, newHolder],
      ['patch', (id) => `/custody-holders/${id}`, holder.id, { invite: false }],
      ['delete', (id) => `/custody-holders/${id}`, holder.id],
      ['get', (id) => `/youths/${id}/consents`, foreign],
      ['post', (id) => `/youths/${id}/consents`, foreign, newConsent],
      ['post', (id) => `/consents/${id}/withdrawal`, consent.id],
    ];
    const stranger = await as('pia');
    const before = await freja.get(`/youths/${foreign}/network`).expect(200);
    for (const [method, path, id, body] of routes) {
      const answers = await Promise.all([id, UNKNOWN, 'ikke-et-id'].map((each) => stranger[method](path(each), body)));
      expect([method, path(':id'), ...answers.map(({ status }) => status)]).toEqual([method, path(':id'), 404, 404, 404]);
      expect(answers[0]?.body).toEqual(answers[1]?.body);
      expect(answers[2]?.body).toEqual(answers[1]?.body);
    }
    expect((await freja.get(`/youths/${foreign}/network`).expect(200)).body).toEqual(before.body);
    const standing = await freja.get(`/youths/${foreign}/custody-holders`).expect(200);
    expect(standing.body).toMatchObject({ items: [{ id: holder.id, invite: true, hasConsent: true }] });
  });

  it('leaves a denied row in the log', async () => {
    const foreign = await recordYouth(app, org, { born: '2009-05-05', coordinator: 'freja' });
    await (await as('pia')).get(`/youths/${foreign}`).expect(404);
    const rows = await app.inTx((tx) => tx.query(
      "SELECT outcome FROM audit_entry WHERE actor_id = $1 ORDER BY id DESC LIMIT 1", [org.staff.pia],
    ));
    expect(rows).toEqual([{ outcome: 'denied' }]);
  });

  it('never lies in a replayed request', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05', coordinator: 'freja' });
    const freja = await as('freja');
    const person = { kind: 'private', name: 'Moster', relation: 'moster', closeness: 1 };
    const send = () => freja.post(`/youths/${youth}/network`, person).set('idempotency-key', 'moster-en-gang');
    const first = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
    const offered = await freja.post(`/youths/${youth}/handover`, { to: org.staff.solvej }).expect(201);
    await (await as('solvej')).post(`/handovers/${(offered.body as { id: string }).id}/acceptance`).expect(200);
    await send().expect(404);
  });
});

describe('reading', () => {
  it('is logged with the ground as its purpose, one row for a request', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05', coordinator: 'freja' });
    const freja = await as('freja');
    await freja.get(`/youths/${youth}`).expect(200);
    await freja.get(`/youths/${youth}/consents`).expect(200);
    const rows = await app.inTx((tx) => tx.query(
      'SELECT action, ground, outcome FROM audit_entry WHERE actor_id = $1 AND youth_ids = ARRAY[$2::uuid] ORDER BY at, id', [org.staff.freja, youth],
    ));
    expect(rows).toEqual([
      { action: 'youth.opened', ground: 'coordinating_caseworker', outcome: 'done' },
      { action: 'consents.read', ground: 'coordinating_caseworker', outcome: 'done' },
    ]);
  });
});
