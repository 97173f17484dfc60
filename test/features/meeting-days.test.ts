import { addDays, addYears, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { timeAt, toInstant } from '../../src/platform/clock/zone.js';
import { drainOutbox, runSchedule, type TestApp } from '../support/app.js';
import { startBookingApp } from '../support/booking-app.js';
import { type BookingDesk, slotIds } from '../support/bookings.js';
import { brokenOccupancy, OCCUPANCY_IN_ORDER } from '../support/occupancy.js';
import { type DayBody, daysBetween, workingDayAhead } from '../support/meeting-days.js';
import type { Organisation, StaffName } from '../support/organisation.js';

const UNKNOWN = '01890000-0000-7000-8000-00000000dead';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;

beforeAll(async () => {
  ({ app, org, desk } = await startBookingApp());
});
afterAll(() => app.close());
afterEach(async () => {
  app.clock.moveTo(null);
  expect(await brokenOccupancy(app)).toEqual(OCCUPANCY_IN_ORDER);
});

const as = async (name: StaffName) => app.as(await org.token(name));

async function read(id: string): Promise<DayBody> {
  const { items } = (await (await as('karla')).get('/meeting-days?from=2020-01-01&to=2035-01-01&limit=200').expect(200)).body as { items: DayBody[] };
  const day = items.find((each) => each.id === id);
  if (day === undefined) throw new Error('the day is not in the list');
  return day;
}

const identity = async (table: 'meeting_day' | 'booking', id: string) =>
  (await app.inTx((tx) => tx.query<{ uid: string; reference: string; revision: number }>(`SELECT uid, reference, revision FROM ${table} WHERE id = $1`, [id])))[0];
const after = (date: string, count: number) => addDays(date as CalendarDate, count);

describe('the list of days', () => {
  it('shows slots with what is booked on them, and counts without the urgent slot', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady(), slotIds(day)[1]);
    const urgent = { urgent: { reason: 'moved_in', note: 'Flyttede i går' } };
    const urgentBooking = await desk.book(await desk.caseReady(urgent), slotIds(day).at(-1));
    const shown = await read(day.id);
    expect(shown).toMatchObject({ capacity: 4, free: 3, state: 'planned' });
    expect(shown.slots.map((slot) => slot.bookingId)).toEqual([null, booking.id, null, null, urgentBooking.id]);
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(['id', 'date', 'startsAt', 'endsAt', 'state', 'capacity', 'free', 'slots']));
  });

  it('fills both slots of an item that takes two', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady({ type: 'transition', purpose: 'coordinate' }), slotIds(day)[0]);
    const taken = (await read(day.id)).slots.filter((slot) => slot.bookingId === booking.id);
    const minutes = (Date.parse(booking.endsAt) - Date.parse(booking.startsAt)) / 60_000;
    expect(taken).toHaveLength(minutes > 40 ? 2 : 1);
    expect((await read(day.id)).free).toBe(4 - taken.length);
  });

  it('is read page by page by everyone who is signed in, and by nobody else', async () => {
    const first = await (await as('freja')).get('/meeting-days?limit=3').expect(200);
    const { items, nextCursor } = first.body as { items: DayBody[]; nextCursor: string };
    expect(items).toHaveLength(3);
    const second = await (await as('freja')).get(`/meeting-days?limit=3&cursor=${nextCursor}`).expect(200);
    const next = (second.body as { items: DayBody[] }).items[0];
    expect(next?.startsAt.localeCompare(items[2]?.startsAt ?? '')).toBe(1);
    await app.as(null).get('/meeting-days').expect(401);
    await (await as('freja')).get('/meeting-days?from=2026-02-30').expect(400);
  });
});

describe('an ad hoc day', () => {
  it('takes from its series what is not said, and people who are free', async () => {
    const { items: [series] } = (await (await as('karla')).get('/meeting-series').expect(200)).body as { items: [{ id: string }] };
    const date = await workingDayAhead(app, 20);
    const answer = await (await as('karla')).post('/meeting-days', { date, seriesId: series.id, startsAt: '14:00' }).expect(201);
    expect(answer.body).toMatchObject({ date, seriesId: series.id, nominalDate: null, state: 'planned', room: 'Møllestuen', capacity: 4, chair: { id: org.staff.henrik } });
    expect(timeAt(new Date((answer.body as DayBody).startsAt))).toBe('14:00');
    await runSchedule(app, 'meeting-series.arrange');
    expect((await read((answer.body as DayBody).id)).state).toBe('planned');
  });

  it('names the people and the room that are taken', async () => {
    const day = desk.nextDay();
    const body = { date: day.date, startsAt: '10:00', chairId: org.staff.henrik, minuteTakerId: org.staff.pia, room: 'Møllestuen' };
    const answer = await (await as('karla')).post('/meeting-days', body).expect(409);
    expect(answer.body).toMatchObject({ code: 'participant_busy' });
    expect((answer.body as { errors: { message: string }[] }).errors.map((error) => error.message).join()).toMatch(/Henrik Aabling.*Møllestuen|Møllestuen.*Henrik Aabling/s);
    const other = { ...body, chairId: org.staff.bo, room: undefined };
    const made = (await (await as('karla')).post('/meeting-days', other).expect(201)).body as DayBody;
    await (await as('karla')).post(`/meeting-days/${made.id}/cancellation`, { reason: 'Prøve' }).expect(200);
  });

  it('needs its people, a time ahead and a role', async () => {
    const date = await workingDayAhead(app, 25);
    const body = { date, startsAt: '15:00', chairId: org.staff.henrik, minuteTakerId: org.staff.karla };
    const without = await (await as('karla')).post('/meeting-days', { date }).expect(400);
    expect((without.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual(['chairId', 'minuteTakerId', 'startsAt']);
    await (await as('karla')).post('/meeting-days', { ...body, date: '2020-01-08' }).expect(422);
    await (await as('freja')).post('/meeting-days', body).expect(403);
    await (await as('henrik')).post('/meeting-days', { ...body, chairId: org.staff.bo }).expect(403);
  });
});

describe('moving a day', () => {
  it('takes its items along in one step, under the same identities', async () => {
    const day = desk.nextDay();
    const referrals = [await desk.caseReady(), await desk.caseReady()];
    const bookings = [await desk.book(referrals[0] ?? '', slotIds(day)[0]), await desk.book(referrals[1] ?? '', slotIds(day)[2])];
    const before = { day: await identity('meeting_day', day.id), items: await Promise.all(bookings.map((each) => identity('booking', each.id))) };
    const date = after(day.date, 1);
    const answer = await (await as('henrik')).post(`/meeting-days/${day.id}/relocation`, { date, startsAt: '12:00', reason: 'Brandøvelse' }).expect(200);
    const moved = answer.body as DayBody;
    expect(moved).toMatchObject({ id: day.id, date, state: 'planned', free: 2 });
    expect(new Date(moved.startsAt)).toEqual(toInstant(date, '12:00'));
    expect(moved.slots.map((slot) => [slot.id, slot.bookingId])).toEqual(day.slots.map((slot, i) => [slot.id, i === 0 ? bookings[0]?.id : i === 2 ? bookings[1]?.id : null]));
    expect(await identity('meeting_day', day.id)).toEqual({ ...before.day, revision: (before.day?.revision ?? 0) + 1 });
    for (const [index, booking] of bookings.entries()) {
      expect(await identity('booking', booking.id)).toEqual({ ...before.items[index], revision: 1 });
    }
    const youthBusy = await app.inTx((tx) => tx.query<{ at: Date }>('SELECT lower(during) AS at FROM occupancy WHERE booking_id = $1', [bookings[0]?.id]));
    expect(new Set(youthBusy.map((row) => row.at.toISOString()))).toEqual(new Set([toInstant(date, '12:00').toISOString()]));
  });

  it('names who is then busy and changes nothing; the item that stands in the way may lose its place', async () => {
    const day = desk.nextDay();
    const date = after(day.date, 1);
    const referral = await desk.caseReady();
    const booking = await desk.book(referral, slotIds(day)[0]);
    const elsewhere = { date, startsAt: '09:00', chairId: org.staff.freja, minuteTakerId: org.staff.pia, slots: [{ kind: 'slot', minutes: 40 }] };
    await (await as('karla')).post('/meeting-days', elsewhere).expect(201);
    const refused = await (await as('karla')).post(`/meeting-days/${day.id}/relocation`, { date }).expect(409);
    expect(refused.body).toMatchObject({ code: 'participant_busy', busy: [{ kind: 'staff', id: org.staff.freja, name: 'Freja Holmgaard' }] });
    expect(await read(day.id)).toMatchObject({ date: day.date, free: 3 });

    const moved = await (await as('karla')).post(`/meeting-days/${day.id}/relocation`, { date, unplace: [booking.id] }).expect(200);
    expect(moved.body).toMatchObject({ date, free: 4 });
    expect(await desk.referralState(referral)).toMatchObject({ state: 'accepted', queueFirst: true });
    await drainOutbox(app);
  });

  it('is not carried past a deadline that an item is to meet, unless that is accepted', async () => {
    const day = desk.nextDay();
    const date = after(day.date, 1);
    const turns17 = await desk.youth({ born: addYears(date, -17), measure: { act: 'barnets lov', section: '§ 46', from: '2020-01-01' } });
    const booking = await desk.book(await desk.referral(turns17, { type: 'transition', areas: undefined }), slotIds(day)[0]);
    const path = `/meeting-days/${day.id}/relocation`;
    const refused = await (await as('karla')).post(path, { date }).expect(422);
    expect(refused.body).toMatchObject({ code: 'past_deadlines', bookings: [{ id: booking.id, deadline: date }] });
    expect(await read(day.id)).toMatchObject({ date: day.date });
    expect((await (await as('karla')).post(path, { date, acceptPastDeadlines: true }).expect(200)).body).toMatchObject({ date });
  });

  it('is refused for a past time, for no change, for items of another day and for who may not', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    const path = `/meeting-days/${day.id}/relocation`;
    await (await as('karla')).post(path, { date: '2020-01-08' }).expect(422);
    expect((await (await as('karla')).post(path, {}).expect(422)).body).toMatchObject({ code: 'nothing_to_move' });
    expect((await (await as('karla')).post(path, { date: after(day.date, 1), unplace: [booking.id] }).expect(422)).body).toMatchObject({ code: 'not_on_the_day' });
    await (await as('freja')).post(path, { date: after(day.date, 1) }).expect(403);
    await (await as('karla')).post(`/meeting-days/${UNKNOWN}/relocation`, { date: day.date }).expect(404);
    expect(await read(day.id)).toMatchObject({ date: day.date });
  });
});

describe('cancelling a day', () => {
  it('asks what shall become of its items', async () => {
    const day = desk.nextDay();
    const referral = await desk.caseReady();
    const booking = await desk.book(referral, slotIds(day)[0]);
    const path = `/meeting-days/${day.id}/cancellation`;
    const refused = await (await as('karla')).post(path, { reason: 'Sygdom' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'day_has_bookings', bookings: [booking.id] });
    const cancelled = await (await as('karla')).post(path, { reason: 'Sygdom', unplace: [booking.id] }).expect(200);
    expect(cancelled.body).toMatchObject({ state: 'cancelled', reason: 'Sygdom', free: 0 });
    expect(await desk.referralState(referral)).toMatchObject({ state: 'accepted', queueFirst: true });
    expect(await app.inTx((tx) => tx.query('SELECT 1 FROM occupancy WHERE meeting_day_id = $1', [day.id]))).toEqual([]);
    await (await as('karla')).post(path, { reason: 'Igen' }).expect(409);
    await runSchedule(app, 'meeting-series.arrange');
    expect((await read(day.id)).state).toBe('cancelled');
  });

  it('needs a reason and a role', async () => {
    const [day] = await desk.openDays();
    await (await as('karla')).post(`/meeting-days/${day?.id}/cancellation`, {}).expect(400);
    await (await as('bo')).post(`/meeting-days/${day?.id}/cancellation`, { reason: 'Nej' }).expect(403);
    await (await as('karla')).post(`/meeting-days/${UNKNOWN}/cancellation`, { reason: 'Nej' }).expect(404);
  });
});

describe('the docket of a day', () => {
  it('closes and opens again by hand', async () => {
    const day = desk.nextDay();
    const path = `/meeting-days/${day.id}`;
    expect((await (await as('henrik')).post(`${path}/closure`).expect(200)).body).toMatchObject({ state: 'closed' });
    const refused = await desk.send(await desk.caseReady(), slotIds(day)[0]);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'docket_closed']);
    expect((await (await as('henrik')).post(`${path}/closure`).expect(409)).body).toMatchObject({ code: 'invalid_transition', state: 'closed' });
    await (await as('karla')).post(`${path}/reopening`, { closesOn: after(day.date, 1) }).expect(422);
    expect((await (await as('karla')).post(`${path}/reopening`).expect(200)).body).toMatchObject({ state: 'planned', closesOn: day.date });
    await (await as('karla')).post(`${path}/reopening`).expect(409);
    await desk.book(await desk.caseReady(), slotIds(day)[0]);
    for (const verb of ['closure', 'reopening']) {
      await (await as('freja')).post(`${path}/${verb}`).expect(403);
      await (await as('karla')).post(`/meeting-days/${UNKNOWN}/${verb}`).expect(404);
    }
  });

  it('closes by itself five working days before, and the day counts as held when it is over', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    app.clock.moveTo(toInstant(day.closesOn as CalendarDate, '06:00'));
    await runSchedule(app, 'meeting-days.close-and-hold');
    expect((await read(day.id)).state).toBe('closed');
    app.clock.moveTo(new Date(Date.parse(day.endsAt)));
    await runSchedule(app, 'meeting-days.close-and-hold');
    await runSchedule(app, 'meeting-days.close-and-hold');
    expect((await read(day.id)).state).toBe('held');
    expect(await app.inTx((tx) => tx.query('SELECT state, revision FROM booking WHERE id = $1', [booking.id]))).toEqual([{ state: 'held', revision: 1 }]);
    await (await as('karla')).post(`/meeting-days/${day.id}/cancellation`, { reason: 'For sent', unplace: [] }).expect(409);
  });
});

describe('a closed day that falls on a booked day', () => {
  it('moves nothing and asks the secretary once', async () => {
    const [day] = await desk.openDays();
    const booking = await desk.book(await desk.caseReady(), slotIds(day).find((_, i) => day?.slots[i]?.bookingId === null));
    await (await as('karla')).post('/closed-days', { from: day?.date, label: 'Lukket', kind: 'closed' }).expect(201);
    await drainOutbox(app);
    expect(await read(day?.id ?? '')).toMatchObject({ date: day?.date, state: 'planned' });
    expect(await daysBetween(app, org, day?.date ?? '', day?.date ?? '')).toHaveLength(1);
    expect(await identity('booking', booking.id)).toMatchObject({ revision: 0 });
    const tasks = (await (await as('karla')).get('/tasks').expect(200)).body as { items: { kind: string; subjectId: string }[] };
    expect(tasks.items.filter((task) => task.kind === 'closed_day_on_meeting')).toMatchObject([{ subjectId: day?.id }]);
  });
});
