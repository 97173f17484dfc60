import { newId } from '../../src/platform/database/ids.js';
import { type ItemMaker, itemMaker, type RowBody } from '../support/agenda-items.js';
import { type ApiClient, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';

const NOW = new Date('2026-11-23T08:00:00Z');

let app: TestApp;
let org: Organisation;
let make: ItemMaker;

beforeAll(async () => {
  app = await startApp();
  app.clock.moveTo(NOW);
  org = await organisation(app);
  make = await itemMaker(app, org, '2026-12-01', '2027-04-30');
});
afterAll(() => app.close());

describe('who may', () => {
  it('read and write: those who see the case or come to the item; for others it is the same 404 in every route', async () => {
    const { id } = await make.item();
    const other = await make.item();
    const freja = await make.as('freja');
    const statement = (await freja.post(`/bookings/${id}/agenda/statements`, { heading: 'worries', voice: 'unit', text: 'Boligen' }).expect(201)).body as RowBody;
    const rating = (await freja.post(`/bookings/${id}/agenda/ratings`, { voice: 'youth', value: 4 }).expect(201)).body as RowBody;
    const routes = (client: ApiClient, booking: string) => [
      client.get(`/bookings/${booking}/agenda`),
      client.patch(`/bookings/${booking}/agenda`, { steps: [] }),
      client.post(`/bookings/${booking}/agenda/statements`, { heading: 'worries', voice: 'unit', text: 'x' }),
      client.patch(`/bookings/${booking}/agenda/statements/${statement.id}`, { text: 'x' }).set('If-Match', '1'),
      client.delete(`/bookings/${booking}/agenda/statements/${statement.id}`).set('If-Match', '1'),
      client.post(`/bookings/${booking}/agenda/ratings`, { voice: 'unit', value: 1 }),
      client.patch(`/bookings/${booking}/agenda/ratings/${rating.id}`, { value: 1 }).set('If-Match', '1'),
      client.delete(`/bookings/${booking}/agenda/ratings/${rating.id}`).set('If-Match', '1'),
      client.put(`/bookings/${booking}/preparations/${org.unit.jobcenter}`, { nothingToAdd: true }),
      client.put(`/bookings/${booking}/sharing-bases/social`, { act: 'forvaltningsloven', section: '§ 28' }),
    ];
    const jonas = await make.as('jonas');
    const [foreign, unknown] = [await Promise.all(routes(jonas, id)), await Promise.all(routes(jonas, newId()))];
    expect(foreign.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(foreign.map(() => [404, 'not_found']));
    expect(unknown.map(({ status }) => status)).toEqual(foreign.map(() => 404));
    expect((await Promise.all(routes(app.as(null), id))).map(({ status }) => status)).toEqual(foreign.map(() => 401));
    expect((await Promise.all(routes(await make.as('anker'), id))).map(({ status }) => status)).toEqual(foreign.map(() => 403));

    await freja.patch(`/bookings/${other.id}/agenda/statements/${statement.id}`, { text: 'x' }).set('If-Match', '1').expect(404);
    await freja.delete(`/bookings/${other.id}/agenda/ratings/${rating.id}`).set('If-Match', '1').expect(404);
    await (await make.as('henrik')).get(`/bookings/${id}/agenda`).expect(200);
  });

  it('change an anonymous item: its author and those who come, and it needs no basis', async () => {
    const referral = await (await make.as('solvej')).post('/referrals', {
      type: 'sparring', purpose: 'spar', reason: 'Bostøtte eller mentor?', areas: ['social', 'employment'],
    }).expect(201);
    const { id: referralId } = referral.body as RowBody;
    await (await make.as('karla')).post(`/referrals/${referralId}/acceptance`).expect(200);
    const id = await make.book(referralId, ['solvej', 'jonas']);
    expect(await make.agenda(id, 'jonas')).toMatchObject({ youth: null, companion: null, sharingBases: [], scale: { earlier: [] } });
    const solvej = await make.as('solvej');
    await solvej.put(`/bookings/${id}/sharing-bases/social`, { act: 'forvaltningsloven', section: '§ 28' }).expect(422);
    await (await make.as('freja')).get(`/bookings/${id}/agenda`).expect(404);
  });
});

describe('an item that is cancelled or concluded', () => {
  it('keeps its agenda to be read, and no longer changes', async () => {
    const { id } = await make.item();
    const freja = await make.as('freja');
    const row = (await freja.post(`/bookings/${id}/agenda/statements`, { heading: 'worries', voice: 'unit', text: 'Boligen' }).expect(201)).body as RowBody;
    await (await make.as('karla')).post(`/bookings/${id}/cancellation`, { reason: 'Den unge er syg' }).expect(200);
    await make.agenda(id, 'karla');
    const refused = await freja.post(`/bookings/${id}/agenda/statements`, { heading: 'worries', voice: 'unit', text: 'Mere' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'item_closed', state: 'cancelled' });

    await app.inTx((tx) => tx.query("UPDATE booking SET state = 'concluded' WHERE id = $1", [id]));
    expect(await make.agenda(id)).toMatchObject({ readOnly: true, state: 'concluded' });
    await freja.patch(`/bookings/${id}/agenda/statements/${row.id}`, { text: 'Mere' }).set('If-Match', '1').expect(409);
    await freja.delete(`/bookings/${id}/agenda/statements/${row.id}`).set('If-Match', '1').expect(409);
    await freja.post(`/bookings/${id}/agenda/ratings`, { voice: 'youth', value: 3 }).expect(409);
    await freja.put(`/bookings/${id}/sharing-bases/social`, { act: 'forvaltningsloven', section: '§ 28' }).expect(409);
    await freja.put(`/bookings/${id}/preparations/${org.unit.ungeenhed}`, { nothingToAdd: true }).expect(409);
  });
});
