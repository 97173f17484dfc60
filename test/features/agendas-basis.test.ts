import { agendaFacts } from '../../src/agendas/agenda-readiness.js';
import { newId } from '../../src/platform/database/ids.js';
import { type ItemMaker, itemMaker, type RowBody } from '../support/agenda-items.js';
import { startApp, type TestApp } from '../support/app.js';
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

describe('preparation', () => {
  it('is asked of each unit that comes; nothing to add is an answer', async () => {
    const { id } = await make.item();
    const solvej = await make.as('solvej');
    await solvej.put(`/bookings/${id}/preparations/${org.unit.social}`, { nothingToAdd: false }).expect(422);
    await solvej.put(`/bookings/${id}/preparations/${org.unit.social}`, { nothingToAdd: true }).expect(200);
    await (await make.as('ulla')).put(`/bookings/${id}/preparations/${org.unit.uu}`, { nothingToAdd: false, text: 'STU er søgt' }).expect(200);
    const { preparations } = await make.agenda(id);
    expect(preparations).toEqual(expect.arrayContaining([
      expect.objectContaining({ department: { id: org.unit.social, name: 'Socialafdelingen' }, nothingToAdd: true, text: null, version: 1 }),
      expect.objectContaining({ department: { id: org.unit.uu, name: 'Uddannelsesvejledningen' }, nothingToAdd: false, text: 'STU er søgt' }),
    ]));
  });

  it('is written by the unit itself or the secretary, and kept apart when two write', async () => {
    const { id } = await make.item();
    const path = `/bookings/${id}/preparations/${org.unit.social}`;
    await (await make.as('freja')).put(path, { nothingToAdd: true }).expect(403);
    await (await make.as('karla')).put(path, { nothingToAdd: true }).expect(200);
    const solvej = await make.as('solvej');
    await solvej.put(path, { nothingToAdd: false, text: 'Bostøtte fra maj' }).set('If-Match', '1').expect(200);
    const late = await solvej.put(path, { nothingToAdd: true }).set('If-Match', '1').expect(412);
    expect(late.body).toMatchObject({ present: { text: 'Bostøtte fra maj', version: 2 } });
    await solvej.put(`/bookings/${id}/preparations/${newId()}`, { nothingToAdd: true }).expect(404);
  });
});

describe('the basis for sharing', () => {
  it('is an act with its section for each area that will hear the item', async () => {
    const { id } = await make.item();
    const freja = await make.as('freja');
    const refused = await freja.put(`/bookings/${id}/sharing-bases/social`, { section: '§ 115' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'basis_incomplete', errors: [{ field: 'act', code: 'act_required' }] });
    await freja.put(`/bookings/${id}/sharing-bases/social`, { act: 'Forvaltningsloven', section: '28, stk. 2, nr. 3' }).expect(200);
    await freja.put(`/bookings/${id}/sharing-bases/bogholderi`, { act: 'forvaltningsloven', section: '§ 28' }).expect(404);
    const bases = (await make.agenda(id)).sharingBases as Array<{ area: string; valid: boolean }>;
    expect(bases.find(({ area }) => area === 'social')).toMatchObject({ act: 'forvaltningsloven', section: '§ 28, stk. 2, nr. 3', valid: true });
    expect(bases.find(({ area }) => area === 'education')).toMatchObject({ act: null, consent: null, valid: false });
  });

  it("is a consent of the same youth that counts on the day; a withdrawn one does not", async () => {
    const { id, youthId } = await make.item();
    const { youthId: another } = await make.item();
    const freja = await make.as('freja');
    const consent = { givenBy: 'youth', recipient: 'Uddannelsesvejledningen', departmentId: org.unit.uu, scope: 'Skolegang', purpose: 'K-møde', givenOn: '2026-11-01' };
    const given = (await freja.post(`/youths/${youthId}/consents`, consent).expect(201)).body as RowBody;
    const foreign = (await freja.post(`/youths/${another}/consents`, consent).expect(201)).body as RowBody;
    const short = (await freja.post(`/youths/${youthId}/consents`, { ...consent, expiresOn: '2026-11-30' }).expect(201)).body as RowBody;
    const path = `/bookings/${id}/sharing-bases`;
    await freja.put(`${path}/education`, { consentId: foreign.id }).expect(400);
    expect((await freja.put(`${path}/education`, { consentId: short.id }).expect(422)).body).toMatchObject({ code: 'consent_not_valid' });
    expect((await freja.put(`${path}/social`, { consentId: given.id }).expect(422)).body).toMatchObject({ code: 'consent_for_others' });
    await freja.put(`${path}/education`, { consentId: given.id }).expect(200);

    const facts = async (): Promise<unknown> => app.inTx(async (tx) => (await agendaFacts(tx, [id])).get(id));
    expect(await facts()).toMatchObject({ areasWithBasis: ['education'], areasWithLapsedBasis: [], preparations: [], ownWords: false });
    await freja.post(`/consents/${given.id}/withdrawal`).expect((answer) => expect(answer.status).toBeLessThan(300));
    expect(await facts()).toMatchObject({ areasWithBasis: [], areasWithLapsedBasis: ['education'] });
    const bases = (await make.agenda(id)).sharingBases as Array<{ area: string }>;
    expect(bases.find(({ area }) => area === 'education')).toMatchObject({ valid: false, consent: { id: given.id, stateOnTheDay: 'withdrawn' } });
  });

  it('is never a consent to somebody outside, nor where one was noted before', async () => {
    const { id, youthId } = await make.item();
    const freja = await make.as('freja');
    const consent = { givenBy: 'youth', recipient: 'Lone Friis', scope: 'Skolegang', purpose: 'K-møde', givenOn: '2026-11-01' };
    const outside = (await freja.post(`/youths/${youthId}/consents`, consent).expect(201)).body as RowBody;
    const ours = (await freja.post(`/youths/${youthId}/consents`, { ...consent, recipient: 'Uddannelsesvejledningen', departmentId: org.unit.uu }).expect(201)).body as RowBody;
    const path = `/bookings/${id}/sharing-bases`;
    for (const area of ['education', 'social']) {
      expect((await freja.put(`${path}/${area}`, { consentId: outside.id }).expect(422)).body).toMatchObject({ code: 'consent_for_others' });
    }
    await freja.put(`${path}/education`, { consentId: ours.id }).expect(200);
    await app.inTx((tx) => tx.query('UPDATE sharing_basis SET consent_id = $2 WHERE booking_id = $1', [id, outside.id]));
    expect(await app.inTx(async (tx) => (await agendaFacts(tx, [id])).get(id))).toMatchObject({ areasWithBasis: [], areasWithLapsedBasis: ['education'] });
    const { sharingBases, startsAt } = await make.agenda(id);
    expect(sharingBases).toContainEqual(expect.objectContaining({ area: 'education', valid: false, consent: expect.objectContaining({ id: outside.id, stateOnTheDay: 'active' }) }));
    const docket = (await freja.get(`/docket?date=${String(startsAt).slice(0, 10)}`).expect(200)).body as { days: Array<{ items: RowBody[] }> };
    const readiness = docket.days.flatMap(({ items }) => items).find((item) => item.id === id)?.readiness;
    expect(readiness).toMatchObject({ basis: { ready: false, missing: expect.arrayContaining(['education']) } });
  });

  it('shows on the docket by area, and a youth who is heard before is not waited for', async () => {
    const { id } = await make.item();
    const { id: assessed } = await make.item({ type: 'youth_support_assessment', belongs: { youthSupportOnly: true } });
    const freja = await make.as('freja');
    await freja.put(`/bookings/${id}/sharing-bases/social`, { act: 'forvaltningsloven', section: '§ 28, stk. 2, nr. 3' }).expect(200);
    const readiness = async (bookingId: string): Promise<unknown> => {
      const { startsAt } = (await freja.get(`/bookings/${bookingId}`).expect(200)).body as { startsAt: string };
      const docket = (await freja.get(`/docket?date=${startsAt.slice(0, 10)}`).expect(200)).body as { days: Array<{ items: RowBody[] }> };
      return docket.days.flatMap(({ items }) => items).find((item) => item.id === bookingId)?.readiness;
    };
    expect(await readiness(id)).toMatchObject({ basis: { ready: false, missing: expect.not.arrayContaining(['social']) }, youth: { ready: false } });
    expect(await readiness(assessed)).toMatchObject({ basis: { ready: false, missing: expect.arrayContaining(['social']) }, youth: { ready: true } });
  });
});
