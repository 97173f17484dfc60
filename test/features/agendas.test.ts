import { type AgendaBody, type ItemMaker, itemMaker, type RowBody } from '../support/agenda-items.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
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

describe('the agenda of an item', () => {
  it('opens with who is who and the youth, fills the time it has, and says both ends of the scale', async () => {
    const { id, youthId } = await make.item();
    const body = await make.agenda(id);
    expect(body.steps.map(({ code, minutes }) => [code, minutes])).toEqual([
      ['welcome', 4], ['own_words', 3], ['working_well', 7], ['worries', 8], ['scale', 4], ['next_steps', 9], ['read_back', 3], ['evaluation', 2],
    ]);
    expect(body.headings.map(({ code }) => code)).toEqual(['own_words', 'working_well', 'worries', 'next_steps']);
    expect(body).toMatchObject({
      typeLabel: 'overgangsmøde', readOnly: false, minutes: 40, youth: { id: youthId, name: 'Sofie Birkholt' }, youthWish: 'Jeg vil gerne bo i byen',
      companion: { source: 'barnets lov § 6', companions: [] },
      scale: { question: 'Hvor tryg er du ved tiden efter 18?', ends: { 0: expect.stringContaining('Slet ikke'), 10: expect.stringContaining('Helt') }, ratings: [] },
    });
    expect(body.topics).toHaveLength(6);
  });

  it('is made when the item is booked, and once', async () => {
    const { id } = await make.item();
    const count = async (): Promise<number | undefined> =>
      (await app.inTx((tx) => tx.query<{ n: number }>('SELECT count(*)::int AS n FROM agenda_step WHERE booking_id = $1', [id])))[0]?.n;
    await drainOutbox(app);
    expect(await count()).toBe(8);
    await Promise.all([make.agenda(id), make.agenda(id, 'solvej')]);
    expect(await count()).toBe(8);
  });

  it('may be laid in another order with other minutes, but no longer than the item', async () => {
    const { id } = await make.item();
    const freja = await make.as('freja');
    const { steps } = await make.agenda(id);
    const reversed = [...steps].reverse();
    const changed = await freja.patch(`/bookings/${id}/agenda`, { steps: reversed.map(({ id: step }, at) => ({ id: step, ...(at === 0 && { minutes: 1 }) })) }).expect(200);
    expect((changed.body as AgendaBody).steps.map(({ code, position }) => [code, position]).slice(0, 2)).toEqual([['evaluation', 1], ['read_back', 2]]);
    await freja.patch(`/bookings/${id}/agenda`, { steps: reversed.map(({ id: step }) => ({ id: step, minutes: 20 })) }).expect(422);
    await freja.patch(`/bookings/${id}/agenda`, { steps: reversed.slice(1).map(({ id: step }) => ({ id: step })) }).expect(400);
  });

  it('stands in the log with the ground on which it was read', async () => {
    const { id, youthId } = await make.item();
    await make.agenda(id, 'solvej');
    const [entry] = await app.inTx((tx) => tx.query(
      "SELECT actor_id, ground, youth_ids FROM audit_entry WHERE action = 'agenda.opened' AND subject_id = $1", [id],
    ));
    expect(entry).toEqual({ actor_id: org.staff.solvej, ground: 'booked_item', youth_ids: [youthId] });
  });
});

describe('statements', () => {
  it('stand under their heading with whose words they are', async () => {
    const { id } = await make.item();
    const freja = await make.as('freja');
    await freja.post(`/bookings/${id}/agenda/statements`, { heading: 'own_words', voice: 'youth', text: 'Jeg er mest bange for at bo alene' }).expect(201);
    await (await make.as('solvej')).post(`/bookings/${id}/agenda/statements`, { heading: 'working_well', voice: 'unit', text: 'Kommer hver dag' }).expect(201);
    await freja.post(`/bookings/${id}/agenda/statements`, { heading: 'worries', voice: 'parent', voiceName: 'mor', text: 'Penge' }).expect(201);
    const { headings } = await make.agenda(id, 'ulla');
    expect(headings).toMatchObject([
      { statements: [{ voice: 'youth', text: 'Jeg er mest bange for at bo alene', department: null, author: { name: 'Freja Holmgaard' } }] },
      { statements: [{ voice: 'unit', department: { name: 'Socialafdelingen' } }] },
      { statements: [{ voice: 'parent', voiceName: 'mor' }] },
      { statements: [] },
    ]);
  });

  it('are changed by whoever saw the row as it stands; the other gets the present row', async () => {
    const { id } = await make.item();
    const [freja, solvej] = [await make.as('freja'), await make.as('solvej')];
    const path = `/bookings/${id}/agenda/statements`;
    const row = (await freja.post(path, { heading: 'worries', voice: 'unit', text: 'Boligen' }).expect(201)).body as RowBody;
    expect(row.version).toBe(1);
    await freja.patch(`${path}/${row.id}`, { text: 'Uden If-Match' }).expect(400);
    const changed = await freja.patch(`${path}/${row.id}`, { text: 'Boligen fra maj' }).set('If-Match', '"1"').expect(200);
    expect(changed.body).toMatchObject({ text: 'Boligen fra maj', version: 2 });
    const late = await solvej.patch(`${path}/${row.id}`, { text: 'Økonomien' }).set('If-Match', '"1"').expect(412);
    expect(late.body).toMatchObject({ code: 'changed_meanwhile', present: { id: row.id, text: 'Boligen fra maj', version: 2 } });
    await solvej.delete(`${path}/${row.id}`).set('If-Match', '"1"').expect(412);
    await solvej.delete(`${path}/${row.id}`).set('If-Match', '"2"').expect(204);
    await solvej.delete(`${path}/${row.id}`).set('If-Match', '"2"').expect(404);
  });

  it('take one of two changes made at the same moment', async () => {
    const { id } = await make.item();
    const path = `/bookings/${id}/agenda/statements`;
    const row = (await (await make.as('freja')).post(path, { heading: 'worries', voice: 'unit', text: 'Boligen' }).expect(201)).body as RowBody;
    const clients = await Promise.all((['freja', 'solvej', 'ulla'] as const).map(make.as));
    const answers = await Promise.all(clients.map((client, at) => client.patch(`${path}/${row.id}`, { text: `Nummer ${at}` }).set('If-Match', '1')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('are one when the request comes again', async () => {
    const { id } = await make.item();
    const freja = await make.as('freja');
    const body = { heading: 'next_steps', voice: 'unit', text: 'Søge bolig' };
    const send = async (): Promise<RowBody> =>
      (await freja.post(`/bookings/${id}/agenda/statements`, body).set('Idempotency-Key', `udsagn-${id}`).expect(201)).body as RowBody;
    expect((await send()).id).toBe((await send()).id);
  });

  it('have a closed list of headings and voices', async () => {
    const { id } = await make.item();
    const freja = await make.as('freja');
    await freja.post(`/bookings/${id}/agenda/statements`, { heading: 'hemmeligt', voice: 'unit', text: 'x' }).expect(400);
    await freja.post(`/bookings/${id}/agenda/statements`, { heading: 'worries', voice: 'rygte', text: 'x' }).expect(400);
  });
});

describe('the scale', () => {
  it('has one number per person, from 0 to 10, the youth first', async () => {
    const { id } = await make.item();
    const freja = await make.as('freja');
    const path = `/bookings/${id}/agenda/ratings`;
    await freja.post(path, { voice: 'unit', voiceName: 'Ungeenheden', value: 7 }).expect(201);
    await freja.post(path, { voice: 'youth', value: 4, because: 'Jeg kender min kontaktperson', oneUp: 'Hvis jeg vidste, hvor jeg skal bo' }).expect(201);
    await freja.post(path, { voice: 'youth', value: 11 }).expect(400);
    const again = await freja.post(path, { voice: 'youth', value: 9 }).expect(409);
    expect(again.body).toMatchObject({ code: 'already_rated', present: { value: 4 } });
    expect(await make.agenda(id)).toMatchObject({ scale: { ratings: [{ voice: 'youth', voiceName: 'den unge', value: 4 }, { voiceName: 'Ungeenheden', value: 7 }] } });
  });

  it('is changed with the version that one saw', async () => {
    const { id } = await make.item();
    const freja = await make.as('freja');
    const path = `/bookings/${id}/agenda/ratings`;
    const row = (await freja.post(path, { voice: 'youth', value: 4 }).expect(201)).body as RowBody;
    await freja.patch(`${path}/${row.id}`, { value: 6 }).set('If-Match', '1').expect(200);
    const late = await freja.patch(`${path}/${row.id}`, { value: 2 }).set('If-Match', '1').expect(412);
    expect(late.body).toMatchObject({ present: { value: 6, version: 2 } });
    await freja.delete(`${path}/${row.id}`).set('If-Match', '2').expect(204);
  });

  it('goes on from the numbers of earlier items', async () => {
    const { id, youthId } = await make.item();
    await (await make.as('freja')).post(`/bookings/${id}/agenda/ratings`, { voice: 'youth', value: 4 }).expect(201);
    const referral = await (await make.as('freja')).post('/referrals', {
      youthId, type: 'coordination', purpose: 'coordinate', reason: 'Opfølgning', belongs: { needsSeveralAreas: true }, areas: ['social'],
    }).expect(201);
    const later = await make.book((referral.body as RowBody).id, ['freja', 'solvej']);
    expect(await make.agenda(later)).toMatchObject({ scale: { earlier: [{ bookingId: id, ratings: [{ voice: 'youth', value: 4 }] }], ratings: [] } });
  });
});
