import { addDays, addYears, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { drainOutbox, type TestApp } from '../support/app.js';
import { startBookingApp } from '../support/booking-app.js';
import { type BookingDesk, type BookingBody, slotIds } from '../support/bookings.js';
import { brokenOccupancy, OCCUPANCY_IN_ORDER } from '../support/occupancy.js';
import type { Organisation } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;

beforeAll(async () => {
  ({ app, org, desk } = await startBookingApp());
});
afterAll(() => app.close());
afterEach(async () => {
  expect(await brokenOccupancy(app)).toEqual(OCCUPANCY_IN_ORDER);
});

describe('booking a referral', () => {
  it('gives it its time with the people of the proposal, the youth and the day’s own', async () => {
    const day = desk.nextDay();
    const referral = await desk.caseReady();
    const booking = await desk.book(referral, slotIds(day)[0]);
    expect(booking).toMatchObject({
      referralId: referral, meetingDayId: day.id, date: day.date, startsAt: new Date(day.slots[0]?.startsAt ?? '').toISOString(),
      state: 'booked', urgent: false, lateReason: null, revision: 0, youthAnswer: null,
      guests: [{ kind: 'youth', name: 'Sofie Birkholt' }], companionRight: 'Sig til den unge, at en bisidder må komme med (barnets lov § 6).',
    });
    expect(booking.participants.map((each) => [each.staffId, each.role, each.standing, each.decisionPower])).toEqual(expect.arrayContaining([
      [org.staff.freja, 'coordinator', false, false], [org.staff.sonja, 'area', true, true],
      [org.staff.henrik, 'chair', true, false], [org.staff.karla, 'minute_taker', true, false],
    ]));
    expect(booking.participants).toHaveLength(4);
    expect(await desk.referralState(referral)).toMatchObject({ state: 'booked' });
  });

  it('plans the youth, lets those who come see the case, and stands in the log', async () => {
    const youth = await desk.youth();
    const booking = await desk.book(await desk.referral(youth), slotIds(desk.nextDay())[0]);
    const state = await app.inTx(async (tx) => ({
      status: await tx.query('SELECT status FROM youth WHERE id = $1', [youth]),
      access: await tx.query<{ until: Date }>(
        `SELECT until_at AS until FROM youth_access WHERE youth_id = $1 AND ground = 'booked_item' AND staff_id = $2`, [youth, org.staff.sonja]),
      log: await tx.query('SELECT action, ground FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [booking.id]),
      messages: await tx.query("SELECT payload FROM outbox_message WHERE kind = 'booking.changed' AND payload ->> 'bookingId' = $1", [booking.id]),
    }));
    expect(state.status).toEqual([{ status: 'planned' }]);
    expect(state.access.map((row) => row.until.getTime() - Date.parse(booking.endsAt))).toEqual([30 * 86_400_000]);
    expect(state.log).toEqual([
      { action: 'booking.created', ground: 'coordinating_caseworker' }, { action: 'booking.opened', ground: 'coordinating_caseworker' },
    ]);
    expect(state.messages).toEqual([{ payload: { bookingId: booking.id } }]);
    await (await desk.as('sonja')).get(`/bookings/${booking.id}`).expect(200);
  });

  it('invites custody holders until the youth is 18', async () => {
    const [before, after] = [desk.nextDay(), desk.nextDay()];
    const youth = await desk.youth({ born: addYears(addDays(before.date as CalendarDate, 1), -18) });
    const freja = await desk.as('freja');
    const custody = { relation: 'forælder', livesWithYouth: true };
    await freja.post(`/youths/${youth}/custody-holders`, { ...custody, name: 'Mona Birkholt', invite: true }).expect(201);
    await freja.post(`/youths/${youth}/custody-holders`, { ...custody, name: 'Ib Birkholt', invite: false }).expect(201);
    const minor = await desk.book(await desk.referral(youth), slotIds(before)[0]);
    const adult = await desk.book(await desk.referral(youth, { type: 'network_meeting' }), slotIds(after)[0]);
    expect(minor.guests.map((guest) => guest.name)).toEqual(['Sofie Birkholt', 'Mona Birkholt']);
    expect(adult.guests.map((guest) => guest.name)).toEqual(['Sofie Birkholt']);
  });

  it('is one booking for one Idempotency-Key', async () => {
    const referral = await desk.caseReady();
    const [slotId] = slotIds(desk.nextDay());
    const freja = await desk.as('freja');
    const send = async (): Promise<BookingBody> =>
      (await freja.post('/bookings', { referralId: referral, slotId }).set('Idempotency-Key', `igen-${referral}`).expect(201)).body as BookingBody;
    const [first, second] = [await send(), await send()];
    expect(second.id).toBe(first.id);
  });

  it('takes the people that the caller names, each in the seat that fits', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja, org.staff.pia] });
    expect(booking.participants.map((each) => [each.staffId, each.role, each.mandatory])).toEqual(expect.arrayContaining([
      [org.staff.freja, 'coordinator', true], [org.staff.pia, 'participant', false], [org.staff.sonja, 'area', true],
    ]));
  });
});

describe('a booking is refused', () => {
  it('for a slot that is taken', async () => {
    const [first, second] = slotIds(desk.nextDay());
    await desk.book(await desk.caseReady(), first);
    const answer = await desk.send(await desk.caseReady({}, { coordinator: 'gitte' }), first, {}, 'karla');
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'slot_taken' }]);
    expect((await desk.send(await desk.caseReady({}, { coordinator: 'gitte' }), second, {}, 'karla')).status).toBe(201);
  });

  it('for a day with nothing left but the urgent slot', async () => {
    const slots = slotIds(desk.nextDay());
    for (const slot of slots.slice(0, 4)) await desk.book(await desk.caseReady(), slot);
    const answer = await desk.send(await desk.caseReady(), slots[0]);
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'day_full' }]);
    const urgentSlot = await desk.send(await desk.caseReady(), slots[4]);
    expect([urgentSlot.status, urgentSlot.body]).toMatchObject([422, { code: 'urgent_only' }]);
  });

  it('for a referral that has a time already, or is not accepted', async () => {
    const day = desk.nextDay();
    const referral = await desk.caseReady();
    const booking = await desk.book(referral, slotIds(day)[0]);
    const again = await desk.send(referral, slotIds(day)[1]);
    expect([again.status, again.body]).toMatchObject([409, { code: 'already_booked', bookingId: booking.id }]);
    const unclear = (await (await desk.as('freja')).post('/referrals', {
      youthId: await desk.youth(), type: 'coordination', purpose: 'coordinate', reason: 'Uafklaret', areas: ['social'], belongs: {},
    }).expect(201)).body as { id: string };
    const early = await desk.send(unclear.id, slotIds(day)[1]);
    expect([early.status, early.body]).toMatchObject([409, { code: 'invalid_transition', state: 'submitted' }]);
  });

  it('for unknown slots, referrals and people', async () => {
    const referral = await desk.caseReady();
    const [slot] = slotIds(desk.nextDay());
    const nobody = '01890000-0000-7000-8000-000000000000';
    expect((await desk.send(referral, nobody)).status).toBe(404);
    expect((await desk.send(nobody, slot)).status).toBe(404);
    const people = await desk.send(referral, slot, { participantIds: [org.staff.freja, nobody] });
    expect([people.status, people.body]).toMatchObject([422, { code: 'unknown_participant', errors: [{ field: 'participantIds.1' }] }]);
    expect((await desk.send(referral, 'x')).status).toBe(400);
    expect((await desk.send(referral, slot, { participantIds: null })).status).toBe(201);
  });

  it('to those who neither raised it nor coordinate the youth', async () => {
    const referral = await desk.caseReady();
    const [slot] = slotIds(desk.nextDay());
    expect((await desk.send(referral, slot, {}, 'ulla')).status).toBe(404);
    expect((await desk.send(referral, slot, {}, 'tage')).status).toBe(403);
    expect((await desk.send(referral, slot, {}, 'regitze')).status).toBe(403);
    expect((await desk.send(referral, slot, {}, 'karla')).status).toBe(201);
  });
});

it('leaves no message unhandled', () => drainOutbox(app));
