import type { TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import type { ConclusionDesk, DraftBody } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';
import { readPdf } from '../support/read-pdf.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
});
afterAll(() => app.close());

interface MinutesBody {
  readonly state: string;
  readonly version: number;
  readonly decisions: ReadonlyArray<{ text: string; formalDecision: object | null }>;
  readonly actions: ReadonlyArray<{ ownerName: string }>;
  readonly approvedBy: string | null;
}

describe('a conclusion under way', () => {
  it('says what closing needs, what is missing, who was asked and the day to check by default', async () => {
    const item = await desk.held();
    const draft = await desk.draft(item);
    expect(draft).toMatchObject({ version: 0, content: {}, coordinatorId: org.staff.freja, guests: [] });
    expect(draft.needs).toContain('tell_youth');
    expect(draft.missing.map((each) => each.code)).toContain('outcome_missing');
    expect(draft.staff.find((each) => each.staffId === org.staff.henrik)?.mandatory).toBe(false);
    expect((Date.parse(draft.proposedCheckOn) - Date.parse(item.date)) / 86_400_000).toBe(70);
  });

  it('is saved over the version that was seen, never over another person’s', async () => {
    const item = await desk.held();
    const [karla, freja] = [await desk.as('karla'), await desk.as('freja')];
    const first = (await karla.put(`/bookings/${item.id}/conclusion-draft`, { outcome: 'plan_agreed' }).set('If-Match', '0').expect(200)).body as DraftBody;
    expect(first).toMatchObject({ version: 1, content: { outcome: 'plan_agreed' } });
    await freja.put(`/bookings/${item.id}/conclusion-draft`, { outcome: 'decided' }).set('If-Match', '"1"').expect(200);
    const late = await karla.put(`/bookings/${item.id}/conclusion-draft`, { outcome: 'not_finished' }).set('If-Match', '1').expect(412);
    expect(late.body).toMatchObject({ code: 'changed_meanwhile', present: { version: 2, content: { outcome: 'decided' }, savedBy: { name: 'Freja Holmgaard' } } });
    await karla.put(`/bookings/${item.id}/conclusion-draft`, {}).set('If-Match', '0').expect(412);
    await karla.put(`/bookings/${item.id}/conclusion-draft`, {}).expect(400);
  });

  it('refuses fields that it does not know, and goes when the item is closed', async () => {
    const item = await desk.held();
    const karla = await desk.as('karla');
    const wrong = await karla.put(`/bookings/${item.id}/conclusion-draft`, { resultat: 'x' }).set('If-Match', '0').expect(400);
    expect(wrong.body).toMatchObject({ errors: [{ field: 'resultat', message: 'Feltet kendes ikke. Fjern det.' }] });
    const twice = { staffId: org.staff.solvej, present: true };
    for (const content of [
      { attendance: { staff: [null] } }, { attendance: { staff: [twice, twice] } }, { actions: [7] }, { next: 'snart' }, { actions: [{ dueOn: '2027-02-30' }] },
    ]) {
      await karla.put(`/bookings/${item.id}/conclusion-draft`, content).set('If-Match', '0').expect(400);
    }
    await karla.put(`/bookings/${item.id}/conclusion-draft`, { outcome: 'plan_agreed' }).set('If-Match', '0').expect(200);
    await desk.conclude(item);
    expect(await app.inTx((tx) => tx.query('SELECT 1 FROM conclusion_draft WHERE booking_id = $1', [item.id]))).toEqual([]);
    const late = await karla.put(`/bookings/${item.id}/conclusion-draft`, {}).set('If-Match', '1').expect(409);
    expect(late.body).toMatchObject({ code: 'invalid_transition', state: 'concluded' });
  });
});

describe('the minutes', () => {
  const formalDecision = { decidedOn: '2026-12-01', unit: 'Ungeenheden', reference: '26/1234' };

  it('are a draft that can be corrected, then approved and fixed', async () => {
    const item = await desk.held();
    await desk.conclude(item);
    const karla = await desk.as('karla');
    const decisions = [{ text: 'Sofie bliver boende.', area: 'family', formalDecision }];
    const corrected = (await karla.put(`/bookings/${item.id}/minutes`, { decisions }).set('If-Match', '1').expect(200)).body as MinutesBody;
    expect(corrected).toMatchObject({ state: 'draft', version: 2, decisions: [{ text: 'Sofie bliver boende.', area: 'family', formalDecision }] });
    await karla.put(`/bookings/${item.id}/minutes`, { decisions }).set('If-Match', '1').expect(412);
    const approved = (await karla.post(`/bookings/${item.id}/minutes/approval`).expect(200)).body as MinutesBody;
    expect(approved).toMatchObject({ state: 'approved', approvedBy: 'Karla Ødum' });
    const after = await karla.put(`/bookings/${item.id}/minutes`, { decisions }).set('If-Match', '2').expect(409);
    expect(after.body).toMatchObject({ code: 'minutes_approved' });
    await karla.post(`/bookings/${item.id}/minutes/approval`).expect(409);
  });

  it('once approved do not follow what later becomes of the actions', async () => {
    const item = await desk.held();
    const { actions } = await desk.conclude(item);
    await (await desk.as('henrik')).post(`/bookings/${item.id}/minutes/approval`).expect(200);
    const freja = await desk.as('freja');
    await freja.patch(`/actions/${actions[0]?.id ?? ''}`, { ownerId: org.staff.ulla }).expect(200);
    const minutes = (await freja.get(`/bookings/${item.id}/minutes`).expect(200)).body as MinutesBody;
    expect(minutes.actions).toMatchObject([{ ownerName: 'Solvej Marstrand' }]);
  });

  it('are not there before the item is concluded, and approved only by those who may close it', async () => {
    const item = await desk.held();
    await (await desk.as('freja')).get(`/bookings/${item.id}/minutes`).expect(404);
    await desk.conclude(item);
    await (await desk.as('solvej')).get(`/bookings/${item.id}/minutes`).expect(200);
    await (await desk.as('solvej')).post(`/bookings/${item.id}/minutes/approval`).expect(403);
  });

  it('come as a PDF to hand over, whose file name names nobody', async () => {
    const item = await desk.held();
    await desk.conclude(item);
    const answer = await (await desk.as('freja')).get(`/bookings/${item.id}/minutes.pdf`).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="referat-[0-9A-Z]{4}-[0-9A-Z]{4}-kladde\.pdf"$/);
    const pdf = readPdf(answer.body as Buffer);
    expect(pdf).toMatchObject({ title: 'Referat', language: 'da-DK', tagged: true });
    expect(pdf.text).toContain('Sofie Birkholt');
    expect(pdf.text).toContain('Søger ungestøtte Solvej Marstrand 20. maj 2027');
  });
});

describe('principled questions', () => {
  it('are asked without names and answered by their owner', async () => {
    const [freja, ulla] = [await desk.as('freja'), await desk.as('ulla')];
    const named = await freja.post('/principled-questions', { text: 'Hvad med 010203-4567?', ownerId: org.staff.ulla }).expect(422);
    expect(named.body).toMatchObject({ code: 'not_anonymous' });
    const { id } = (await freja.post('/principled-questions', { text: 'Hvem betaler for mentor efter 18?', ownerId: org.staff.ulla }).expect(201)).body as { id: string };
    await freja.post(`/principled-questions/${id}/answer`, { answer: 'Socialafdelingen' }).expect(403);
    const answered = await ulla.post(`/principled-questions/${id}/answer`, { answer: 'Socialafdelingen, når støtten er efter serviceloven.' }).expect(200);
    expect(answered.body).toMatchObject({ owner: { name: 'Ulla Engdal' }, answer: 'Socialafdelingen, når støtten er efter serviceloven.' });
    const open = (await freja.get('/principled-questions?state=open').expect(200)).body as { items: { id: string }[] };
    expect(open.items.map((each) => each.id)).not.toContain(id);
    await ulla.post('/principled-questions/01890000-0000-7000-8000-000000000000/answer', { answer: 'x' }).expect(404);
    await (await desk.as('anker')).get('/principled-questions').expect(403);
  });
});
