import { newId } from '../../src/platform/database/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
afterAll(() => app.close());

async function as(name: StaffName): Promise<ReturnType<TestApp['as']>> {
  return app.as(await org.token(name));
}

let serial = 6000;
/** A youth of Ungeenheden that Freja coordinates, and Ulla of another unit who has looked the youth up. */
async function youthRaisedByUlla(belongs: object = {}): Promise<{ youthId: string; id: string }> {
  serial += 1;
  const cpr = `690109-${serial}`;
  const body = { cpr, firstName: 'Emil', lastName: 'Krogsbøl', departmentId: org.unit.ungeenhed, coordinatorId: org.staff.freja, school: 'Åskolen' };
  const youth = await (await as('tage')).post('/youths', body).expect(201);
  const ulla = await as('ulla');
  const lookup = await ulla.post('/youth-lookups', { cpr, purpose: 'Fylder snart 18' }).expect(200);
  const referral = await ulla.post('/referrals', {
    lookupId: (lookup.body as { lookupId: string }).lookupId, type: 'transition', purpose: 'coordinate', reason: 'Fylder 18 om to måneder', belongs,
  }).expect(201);
  return { youthId: (youth.body as { id: string }).id, id: (referral.body as { id: string }).id };
}

const VERBS: ReadonlyArray<[string, object]> = [
  ['submission', {}], ['acceptance', {}], ['return', { reason: 'x' }], ['direct-coordination', { reason: 'x' }], ['withdrawal', { reason: 'x' }],
];

describe('a referral that is not accepted', () => {
  it('shows its author the shared card and nothing more of the youth', async () => {
    const { id, youthId } = await youthRaisedByUlla();
    const ulla = await as('ulla');
    const answer = await ulla.get(`/referrals/${id}`).expect(200);
    expect(answer.body).toMatchObject({
      state: 'submitted', youth: null, card: { departments: [{ name: 'Ungeenheden', callName: 'Vagten', callPhone: '87 00 00 00' }] },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/Emil|Krogsbøl|Åskolen|690109/);
    await ulla.get(`/youths/${youthId}/deadlines`).expect(404);
    const list = await ulla.get('/referrals?state=submitted').expect(200);
    expect((list.body as { items: Array<{ id: string; youth: unknown }> }).items.find((line) => line.id === id)).toMatchObject({ youth: null });
  });

  it('shows the youth to those who see the case, and to the secretary and the chair', async () => {
    const { id, youthId } = await youthRaisedByUlla();
    for (const name of ['freja', 'karla', 'henrik'] as const) {
      const answer = await (await as(name)).get(`/referrals/${id}`).expect(200);
      expect(answer.body).toMatchObject({ youth: { id: youthId, name: 'Emil Krogsbøl', birthDate: '2009-01-09' }, card: null });
    }
  });

  it('is 404 for others, like one that does not exist, in every route', async () => {
    const { id } = await youthRaisedByUlla();
    const jonas = await as('jonas');
    const unknown = await jonas.get(`/referrals/${newId()}`).expect(404);
    const foreign = await jonas.get(`/referrals/${id}`).expect(404);
    expect(foreign.body).toEqual({ ...unknown.body, requestId: foreign.body.requestId, instance: foreign.body.instance });
    await jonas.patch(`/referrals/${id}`, { reason: 'x' }).expect(404);
    await jonas.get('/referrals/ikke-et-id').expect(404);
    const list = await jonas.get('/referrals').expect(200);
    expect((list.body as { items: Array<{ id: string }> }).items.map((line) => line.id)).not.toContain(id);
    for (const [verb, body] of VERBS.filter(([name]) => name !== 'acceptance' && name !== 'return')) {
      await jonas.post(`/referrals/${id}/${verb}`, body).expect(404);
    }
  });

  it('leaves the drafts of others alone, for triage too', async () => {
    const { youthId } = await youthRaisedByUlla();
    const draft = await (await as('freja')).post('/referrals', {
      youthId, type: 'coordination', purpose: 'coordinate', reason: 'Kladde', asDraft: true,
    }).expect(201);
    const { id } = draft.body as { id: string };
    const karla = await as('karla');
    await karla.get(`/referrals/${id}`).expect(404);
    for (const [verb, body] of VERBS.filter(([name]) => name !== 'submission')) await karla.post(`/referrals/${id}/${verb}`, body).expect(404);
    await (await as('tage')).patch(`/referrals/${id}`, { reason: 'x' }).expect(404);
  });

  it('is 401 without a session and 403 for administrators and auditors', async () => {
    const { id } = await youthRaisedByUlla();
    await app.as(null).get(`/referrals/${id}`).expect(401);
    for (const name of ['anker', 'regitze'] as const) {
      const client = await as(name);
      await client.get(`/referrals/${id}`).expect(403);
      await client.get('/referrals').expect(403);
      await client.post('/referrals', { type: 'sparring', purpose: 'spar', reason: 'x', areas: ['social'] }).expect(403);
    }
  });
});

describe('an accepted referral', () => {
  it("opens the youth's case to its author's unit until it ends", async () => {
    const { id, youthId } = await youthRaisedByUlla({ needsSeveralAreas: true });
    const ulla = await as('ulla');
    expect((await ulla.get(`/referrals/${id}`).expect(200)).body).toMatchObject({ state: 'accepted', youth: { id: youthId } });
    await ulla.get(`/youths/${youthId}/deadlines`).expect(200);

    await ulla.post(`/referrals/${id}/withdrawal`, { reason: 'Den unge er flyttet' }).expect(200);
    await ulla.get(`/youths/${youthId}/deadlines`).expect(404);
    expect((await ulla.get(`/referrals/${id}`).expect(200)).body).toMatchObject({ state: 'withdrawn', youth: null });
    await (await as('henrik')).get(`/youths/${youthId}/deadlines`).expect(404);
  });

  it('is seen by a colleague of the unit, who cannot end it', async () => {
    const { id } = await youthRaisedByUlla({ needsSeveralAreas: true });
    const colleague = await as('ulla');
    await colleague.get(`/referrals/${id}`).expect(200);
    const freja = await as('freja');
    await freja.get(`/referrals/${id}`).expect(200);
    await freja.post(`/referrals/${id}/withdrawal`, { reason: 'x' }).expect(403);
    await freja.post(`/referrals/${id}/submission`).expect(403);
  });
});

describe('the list', () => {
  it('puts the urgent first, then the longest waiting, and goes on from page to page', async () => {
    const first = await youthRaisedByUlla();
    const second = await youthRaisedByUlla();
    const karla = await as('karla');
    await karla.post(`/referrals/${second.id}/return`, { reason: 'Er det akut?' }).expect(200);
    const ulla = await as('ulla');
    await ulla.patch(`/referrals/${second.id}`, { urgent: { reason: 'losing_support' } }).expect(200);
    await ulla.post(`/referrals/${second.id}/submission`).expect(200);

    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await karla.get(`/referrals?state=submitted&limit=2&cursor=${cursor}`).expect(200);
      const { items, nextCursor } = page.body as { items: Array<{ id: string; youth: { name: string } | null }>; nextCursor: string | null };
      expect(items.every(({ youth }) => youth?.name === 'Emil Krogsbøl')).toBe(true);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen[0]).toBe(second.id);
    expect(seen).toContain(first.id);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('takes several states and refuses unknown ones', async () => {
    const karla = await as('karla');
    const answer = await karla.get('/referrals?state=returned,withdrawn').expect(200);
    const states = (answer.body as { items: Array<{ state: string }> }).items.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['withdrawn']));
    await karla.get('/referrals?state=sovende').expect(400);
    await karla.get('/referrals?cursor=forkert').expect(400);
  });
});
