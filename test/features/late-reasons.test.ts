import { newId } from '../../src/platform/database/ids.js';
import { addDays, addYears, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import type { TestApp } from '../support/app.js';
import { startBookingApp } from '../support/booking-app.js';
import { type BookingDesk, type BookingBody, slotIds } from '../support/bookings.js';
import type { DayBody } from '../support/meeting-days.js';
import type { StaffName } from '../support/organisation.js';

const MOVED_IN = 'Flyttede hertil i går';

let app: TestApp;
let desk: BookingDesk;

beforeAll(async () => {
  ({ app, desk } = await startBookingApp());
});
afterAll(() => app.close());

async function act(booking: Pick<BookingBody, 'id'>, what: string, body: object = {}, as: StaffName = 'karla'): Promise<{ status: number; body: BookingBody & { code?: string } }> {
  return (await desk.as(as)).post(`/bookings/${booking.id}/${what}`, body);
}

/** A day whose docket the secretary has closed. */
async function closedDay(): Promise<DayBody> {
  const day = desk.nextDay();
  await (await desk.as('karla')).post(`/meeting-days/${day.id}/closure`).expect(200);
  return day;
}

/** A referral of a transition meeting that must be held before the 17th birthday. */
async function transitionDue(on: string): Promise<{ youth: string; referral: string }> {
  const youth = await desk.youth({ born: addYears(on as CalendarDate, -17), measure: { act: 'barnets lov', section: '§ 46', from: '2020-01-01' } });
  return { youth, referral: await desk.referral(youth, { type: 'transition', areas: undefined }) };
}

/** One more deadline that the same meeting can meet. */
async function alsoDue(youth: string, on: string): Promise<void> {
  await app.inTx((tx) => tx.query(
    `INSERT INTO deadline (id, youth_id, rule_id, rule_code, mode, due_on, late_after, state, state_changed_at, uid, reference, created_at)
     SELECT $1, youth_id, rule_id, rule_code, mode, $3, $3, 'open', state_changed_at, $1, reference || '-2', created_at
     FROM deadline WHERE youth_id = $2 AND rule_code = 'R13'`,
    [newId(), youth, on],
  ));
}

async function stored(booking: Pick<BookingBody, 'id'>): Promise<BookingBody> {
  return (await (await desk.as('karla')).get(`/bookings/${booking.id}`).expect(200)).body as BookingBody;
}

describe('the reason for a closed docket', () => {
  it('does not pay for passing a deadline: whoever moves the item after it says why', async () => {
    const [day, due, later] = [await closedDay(), desk.nextDay(), desk.nextDay()];
    const { referral } = await transitionDue(due.date);
    const booking = await desk.book(referral, slotIds(day)[0], { lateReason: MOVED_IN }, 'karla');
    const refused = await act(booking, 'rescheduling', { slotId: slotIds(due)[0] }, 'freja');
    expect(refused).toMatchObject({ status: 422, body: { code: 'after_deadline', deadline: due.date } });
    expect(await stored(booking)).toMatchObject({ date: day.date, lateReason: MOVED_IN, revision: 0 });
    const moved = await act(booking, 'rescheduling', { slotId: slotIds(due)[0], lateReason: 'Familien er bortrejst' }, 'freja');
    expect(moved).toMatchObject({ status: 200, body: { date: due.date, lateReason: 'Familien er bortrejst' } });
    expect(await act(booking, 'rescheduling', { slotId: slotIds(later)[0] }, 'freja')).toMatchObject({ status: 200, body: { date: later.date, lateReason: 'Familien er bortrejst' } });
  });

  it('holds on that day, not on another closed docket', async () => {
    const [first, second] = [await closedDay(), await closedDay()];
    const booking = await desk.book(await desk.caseReady(), slotIds(first)[0], { lateReason: MOVED_IN }, 'karla');
    expect(await act(booking, 'rescheduling', { slotId: slotIds(first)[1] })).toMatchObject({ status: 200, body: { lateReason: MOVED_IN } });
    expect(await act(booking, 'rescheduling', { slotId: slotIds(second)[0] })).toMatchObject({ status: 409, body: { code: 'docket_closed' } });
    const moved = await act(booking, 'rescheduling', { slotId: slotIds(second)[0], lateReason: 'Aftalt med mødelederen' });
    expect(moved).toMatchObject({ status: 200, body: { date: second.date, lateReason: 'Aftalt med mødelederen' } });
  });

  it('is gone once the item lies where none is needed', async () => {
    const [day, open] = [await closedDay(), desk.nextDay()];
    const booking = await desk.book(await desk.caseReady(), slotIds(day)[0], { lateReason: MOVED_IN }, 'karla');
    expect(await act(booking, 'rescheduling', { slotId: slotIds(open)[0] })).toMatchObject({ status: 200, body: { lateReason: null } });
  });

  it('still holds when the item is put back on that day, but not when the day has been moved after a deadline meanwhile', async () => {
    const [day, due] = [await closedDay(), desk.nextDay()];
    const { referral } = await transitionDue(due.date);
    const booking = await desk.book(referral, slotIds(day)[0], { lateReason: MOVED_IN }, 'karla');
    await act(booking, 'cancellation', { reason: 'Fejl' });
    expect(await act(booking, 'restoration')).toMatchObject({ status: 200, body: { lateReason: MOVED_IN } });
    await act(booking, 'cancellation', { reason: 'Fejl igen' });
    await (await desk.as('karla')).post(`/meeting-days/${day.id}/reopening`).expect(200);
    await (await desk.as('karla')).post(`/meeting-days/${day.id}/relocation`, { date: addDays(due.date as CalendarDate, 1) }).expect(200);
    expect(await act(booking, 'restoration')).toMatchObject({ status: 422, body: { code: 'after_deadline' } });
    expect(await act(booking, 'restoration', { lateReason: 'Dagen blev flyttet' })).toMatchObject({ status: 200, body: { lateReason: 'Dagen blev flyttet' } });
  });
});

describe('an item that is late for one deadline', () => {
  it('is not moved after the next one on the old reason', async () => {
    const [due, later] = [desk.nextDay(), desk.nextDay()];
    const { youth, referral } = await transitionDue(due.date);
    await alsoDue(youth, later.date);
    const booking = await desk.book(referral, slotIds(due)[0], { lateReason: 'Familien er bortrejst' });
    expect(await act(booking, 'rescheduling', { slotId: slotIds(due)[1] }, 'freja')).toMatchObject({ status: 200, body: { lateReason: 'Familien er bortrejst' } });
    const refused = await act(booking, 'rescheduling', { slotId: slotIds(later)[0] }, 'freja');
    expect(refused).toMatchObject({ status: 422, body: { code: 'after_deadline', deadline: later.date } });
  });

  it('is not carried over the next one by a move of its day, unless that is accepted', async () => {
    const [due, later] = [desk.nextDay(), desk.nextDay()];
    const { youth, referral } = await transitionDue(due.date);
    await alsoDue(youth, later.date);
    const booking = await desk.book(referral, slotIds(due)[0], { lateReason: 'Familien er bortrejst' });
    const path = `/meeting-days/${due.id}/relocation`;
    const date = addDays(later.date as CalendarDate, 1);
    const refused = await (await desk.as('karla')).post(path, { date }).expect(422);
    expect(refused.body).toMatchObject({ code: 'past_deadlines', bookings: [{ id: booking.id, deadline: later.date }] });
    await (await desk.as('karla')).post(path, { date: addDays(later.date as CalendarDate, -1) }).expect(200);
    await (await desk.as('karla')).post(path, { date, acceptPastDeadlines: true }).expect(200);
  });
});
