import type { TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import type { ConclusionDesk, HeldItem } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';
import { openBrowser, textOf } from '../support/page-reader.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
});
afterAll(() => app.close());

const rows = <R>(sql: string, params: unknown[]): Promise<R[]> => app.inTx((tx) => tx.query<R & Record<string, unknown>>(sql, params));
const status = async ({ youthId }: HeldItem): Promise<string | undefined> =>
  (await rows<{ status: string }>('SELECT status FROM youth WHERE id = $1', [youthId]))[0]?.status;
const milestones = async ({ youthId }: HeldItem): Promise<string[]> =>
  (await rows<{ kind: string }>("SELECT kind FROM milestone WHERE youth_id = $1 AND source = 'meeting' ORDER BY kind", [youthId])).map(({ kind }) => kind);

/** The municipality was there, the youth was not. */
async function withoutYouth(item: HeldItem, youth: object): Promise<object> {
  return { ...(await desk.everybody(item)), youth: { present: false, ...youth } };
}

const tellYouth = (): object => ({ text: 'Fortæller den unge det', ownerId: org.staff.freja, dueOn: '2027-05-20', kind: 'tell_youth' });

async function refusal(item: HeldItem, over: object): Promise<string[]> {
  const answer = await (await desk.as('karla')).post(`/bookings/${item.id}/conclusion`, await desk.statement(item, over)).expect(422);
  return (answer.body as { errors: { code: string }[] }).errors.map(({ code }) => code);
}

describe('an item held without the youth', () => {
  it('wants to know why, how the youth was heard, and who tells the youth', async () => {
    const item = await desk.held();
    expect(await refusal(item, { attendance: await withoutYouth(item, {}) })).toEqual(expect.arrayContaining(['youth_reason_missing', 'youth_view_missing', 'tell_youth_missing']));
    await desk.conclude(item, { attendance: await withoutYouth(item, { reason: 'ill', view: 'letter' }), actions: [tellYouth()] });
    expect(await rows('SELECT youth_attended AS came, youth_absent_reason AS why, youth_view AS view FROM conclusion WHERE booking_id = $1', [item.id]))
      .toEqual([{ came: false, why: 'ill', view: 'letter' }]);
  });

  it('meets no transition deadline and leaves the youth without a meeting', async () => {
    const item = await desk.held();
    await desk.conclude(item, { attendance: await withoutYouth(item, { reason: 'ill', view: 'caseworker' }), actions: [tellYouth()] });
    expect(await milestones(item)).toEqual(['k_meeting_held']);
    expect(await status(item)).toBe('not_planned');
  });

  it('was sparring from the start: the referral gave the reason, telling the youth is an action all the same', async () => {
    const item = await desk.held({ type: 'sparring', purpose: 'spar', withoutYouth: { reason: 'special_character', note: 'Vi skal finde en fælles retning' } });
    const { staff } = await desk.everybody(item);
    const advised = { outcome: 'advised', attendance: { staff }, next: { closedBecause: 'Rådet er givet.' }, coordinatorId: undefined };
    expect(await refusal(item, { ...advised, actions: [] })).toEqual(['tell_youth_missing']);
    const body = await desk.conclude(item, { ...advised, actions: [tellYouth()] });
    expect(body).toMatchObject({ outcome: 'advised', youthAttended: false, coordinator: null, next: { kind: 'closed', closedBecause: 'Rådet er givet.' } });
    expect(await rows('SELECT youth_absent_reason AS why FROM conclusion WHERE booking_id = $1', [item.id])).toEqual([{ why: 'special_character' }]);
  });

  it('about nobody named: no youth to tell, and a principled question goes on the list', async () => {
    const item = await desk.hold(await desk.bookedAnonymous());
    const { staff } = await desk.everybody(item);
    const principledQuestions = [{ text: 'Bostøtte eller mentor?', ownerId: org.staff.sonja }];
    const over = { outcome: 'advised', attendance: { staff }, coordinatorId: undefined, next: { closedBecause: 'Rådet er givet.' }, principledQuestions };
    const body = await desk.conclude(item, over);
    expect(body).toMatchObject({ coordinator: null, actions: [{ youth: null }] });
    const list = (await (await desk.as('ulla')).get('/principled-questions').expect(200)).body as { items: object[] };
    expect(list.items).toMatchObject([{ text: 'Bostøtte eller mentor?', owner: { name: 'Sonja Vinterberg' }, answer: null }]);
    expect(JSON.stringify(list)).not.toContain(item.id);
  });
});

describe('the youth did not come', () => {
  const stayedAway = async (item: HeldItem, over: object): Promise<object> => ({
    outcome: 'youth_did_not_come', attendance: await withoutYouth(item, { reason: 'declined' }), decisions: [], actions: [tellYouth()], ...over,
  });

  it('and is booked again: the same kind of item, in the same transaction', async () => {
    const item = await desk.held();
    expect(await refusal(item, await stayedAway(item, { whenAbsent: { then: 'rebook' } }))).toEqual(['new_time_missing']);
    const { next } = await desk.conclude(item, await stayedAway(item, { whenAbsent: { then: 'rebook' }, next: { slotId: desk.lateSlot() } }));
    expect(await rows('SELECT r.type, r.state FROM booking b JOIN referral r ON r.id = b.referral_id WHERE b.id = $1', [next.bookingId]))
      .toEqual([{ type: 'transition', state: 'booked' }]);
    expect([await status(item), await milestones(item)]).toEqual(['planned', []]);
  });

  it('and the time was used for sparring, with the reason', async () => {
    const item = await desk.held();
    const sparring = await stayedAway(item, { whenAbsent: { then: 'sparring', reason: 'Alle var samlet.' }, decisions: [{ text: 'Vi prøver igen med hjemmebesøg.' }] });
    const attendance = await withoutYouth(item, { reason: 'declined', view: 'not_brought_in' });
    await desk.conclude(item, { ...sparring, attendance });
    expect(await milestones(item)).toEqual(['k_meeting_held']);
  });

  it('and is sought out by serviceloven § 99, with an owner and a date', async () => {
    const item = await desk.held();
    const outreach = { text: 'Opsøger den unge derhjemme', ownerId: org.staff.solvej, dueOn: '2027-05-20', kind: 'outreach' };
    expect(await refusal(item, await stayedAway(item, { whenAbsent: { then: 'outreach' } }))).toEqual(['outreach_missing']);
    const { actions } = await desk.conclude(item, await stayedAway(item, { whenAbsent: { then: 'outreach' }, actions: [outreach] }));
    expect(actions).toMatchObject([{ kind: 'outreach', state: 'open' }]);
    const [deadline] = await rows<{ state: string }>("SELECT state FROM deadline WHERE youth_id = $1 AND rule_code = 'R13' AND state <> 'superseded'", [item.youthId]);
    expect(deadline?.state).not.toBe('met');
    expect(textOf(await (await openBrowser(app, org, 'freja')).get(`/unge/${item.youthId}`))).toContain('Afsluttet, den unge kom ikke');
  });
});

describe('an STU assessment', () => {
  it('keeps the places to choose between', async () => {
    const item = await desk.held({ type: 'stu_assessment', purpose: 'decide', withoutYouth: { reason: 'target_group_clarification', note: 'Emil er hørt' } });
    const attendance = await withoutYouth(item, { view: 'heard_before' });
    const assessed = { outcome: 'recommended', attendance, actions: [tellYouth()] };
    expect(await refusal(item, { ...assessed, places: ['Engskolen'] })).toEqual(['two_places_missing']);
    await desk.conclude(item, { ...assessed, places: ['Engskolen', 'Fjordværket'] });
    const minutes = (await (await desk.as('freja')).get(`/bookings/${item.id}/minutes`).expect(200)).body as { places: string[] };
    expect(minutes.places).toEqual(['Engskolen', 'Fjordværket']);
  });
});
