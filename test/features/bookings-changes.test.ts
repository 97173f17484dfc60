import type { TestApp } from '../support/app.js';
import { startBookingApp } from '../support/booking-app.js';
import { type BookingDesk, type BookingBody, slotIds } from '../support/bookings.js';
import { brokenOccupancy, OCCUPANCY_IN_ORDER } from '../support/occupancy.js';
import type { Organisation, StaffName } from '../support/organisation.js';

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

async function act(booking: Pick<BookingBody, 'id'>, what: string, body: object = {}, as: StaffName = 'freja'): Promise<{ status: number; body: BookingBody & { code?: string } }> {
  return (await desk.as(as)).post(`/bookings/${booking.id}/${what}`, body);
}

describe('moving an item', () => {
  it('keeps its identity, raises its revision, frees the old slot and asks the youth again', async () => {
    const [from, to] = [desk.nextDay(), desk.nextDay()];
    const booking = await desk.book(await desk.caseReady(), slotIds(from)[0]);
    expect((await act(booking, 'youth-answer', { yes: true, note: 'Helst om formiddagen' })).body.youthAnswer).toMatchObject({ yes: true, note: 'Helst om formiddagen' });
    const moved = await act(booking, 'rescheduling', { slotId: slotIds(to)[2] });
    expect([moved.status, moved.body]).toMatchObject([200, { meetingDayId: to.id, date: to.date, revision: 1, reference: booking.reference, youthAnswer: null }]);
    expect((await desk.send(await desk.caseReady({}, { coordinator: 'gitte' }), slotIds(from)[0], {}, 'gitte')).status).toBe(201);
  });

  it('leaves no answer behind that was to its old time', async () => {
    const [from, to] = [desk.nextDay(), desk.nextDay()];
    const booking = await desk.book(await desk.caseReady(), slotIds(from)[0]);
    const { startsAt } = booking;
    expect((await act(booking, 'rescheduling', { slotId: slotIds(to)[0] })).status).toBe(200);
    for (const [what, answer] of [['youth-answer', { yes: true }], ['invitation-answer', { answer: 'accepted' }]] as const) {
      expect(await act(booking, what, { ...answer, startsAt })).toMatchObject({ status: 412, body: { code: 'changed_meanwhile' } });
    }
    const { body: asked } = await (await desk.as('freja')).get(`/bookings/${booking.id}`).expect(200);
    expect(asked).toMatchObject({ youthAnswer: null, participants: expect.arrayContaining([expect.objectContaining({ staffId: org.staff.freja, answer: null })]) as unknown });
    expect(await act(booking, 'youth-answer', { yes: true, startsAt: (asked as BookingBody).startsAt })).toMatchObject({ status: 200, body: { youthAnswer: { yes: true } } });
  });

  it('to a taken slot is refused and changes nothing', async () => {
    const day = desk.nextDay();
    const mine = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    await desk.book(await desk.caseReady(), slotIds(day)[1]);
    expect(await act(mine, 'rescheduling', { slotId: slotIds(day)[1] })).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
    const after = (await (await desk.as('freja')).get(`/bookings/${mine.id}`).expect(200)).body as BookingBody;
    expect(after).toMatchObject({ slotId: mine.slotId, revision: 0 });
  });

  it('to a day that one who must come cannot is refused, unless the caller says who comes', async () => {
    const [from, to] = [desk.nextDay(), desk.nextDay()];
    const booking = await desk.book(await desk.caseReady({ areas: ['family'] }, { coordinator: 'gitte' }), slotIds(from)[0], {}, 'gitte');
    await (await desk.as('gitte')).post(`/staff/${org.staff.gitte}/absences`, { startsOn: to.date, endsOn: to.date }).expect(201);
    const slotId = slotIds(to)[0];
    expect(await act(booking, 'rescheduling', { slotId }, 'gitte')).toMatchObject({ status: 409, body: { code: 'participant_busy' } });
    const moved = await act(booking, 'rescheduling', { slotId, participantIds: [org.staff.freja] }, 'karla');
    expect(moved.status).toBe(200);
    expect(moved.body.participantIds).toEqual(expect.arrayContaining([org.staff.freja, org.staff.tage]));
    expect(moved.body.participantIds).not.toContain(org.staff.gitte);
  });

  it('onto its own slot or the one beside it is no clash with itself', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady({ type: 'network_meeting' }), slotIds(day)[0]);
    expect(booking.endsAt).toBe(new Date(day.slots[1]?.endsAt ?? '').toISOString());
    expect((await act(booking, 'rescheduling', { slotId: slotIds(day)[1] })).status).toBe(200);
  });
});

describe('cancelling an item', () => {
  it('makes the referral accepted again, first in line, and frees time, people and access', async () => {
    const [day, youth] = [desk.nextDay(), await desk.youth()];
    const referral = await desk.referral(youth);
    const booking = await desk.book(referral, slotIds(day)[0]);
    await (await desk.as('sonja')).get(`/bookings/${booking.id}`).expect(200);
    expect(await act(booking, 'cancellation', { reason: 'Den unge er syg' })).toMatchObject({ status: 200, body: { state: 'cancelled', revision: 1 } });
    expect(await desk.referralState(referral)).toMatchObject({ state: 'accepted', queueFirst: true });
    await (await desk.as('sonja')).get(`/bookings/${booking.id}`).expect(404);
    expect(await act(booking, 'cancellation', { reason: 'Igen' })).toMatchObject({ status: 409, body: { code: 'invalid_transition' } });
    expect((await desk.book(referral, slotIds(day)[0])).id).not.toBe(booking.id);
  });

  it('can be taken back under the same identity while the slot is free', async () => {
    const day = desk.nextDay();
    const referral = await desk.caseReady();
    const booking = await desk.book(referral, slotIds(day)[0]);
    await act(booking, 'cancellation', { reason: 'Fejl' });
    expect(await act(booking, 'restoration')).toMatchObject({ status: 200, body: { id: booking.id, state: 'booked', revision: 2, reference: booking.reference } });
    expect(await desk.referralState(referral)).toMatchObject({ state: 'booked', queueFirst: false });
    await act(booking, 'cancellation', { reason: 'Alligevel' });
    await desk.book(await desk.caseReady(), slotIds(day)[0]);
    expect(await act(booking, 'restoration')).toMatchObject({ status: 409, body: { code: 'slot_taken' } });
  });

  it('needs a reason', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    expect((await act(booking, 'cancellation')).status).toBe(400);
  });
});

describe('the people of an item', () => {
  it('can be chosen anew; who is dropped is free and loses the access', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady(), slotIds(day)[0], { participantIds: [org.staff.freja, org.staff.pia] });
    const changed = await (await desk.as('freja')).put(`/bookings/${booking.id}/participants`, { participantIds: [org.staff.freja, org.staff.ulla] }).expect(200);
    const body = changed.body as BookingBody;
    expect(body.revision).toBe(1);
    expect(body.participantIds).toEqual(expect.arrayContaining([org.staff.freja, org.staff.ulla, org.staff.sonja, org.staff.henrik, org.staff.karla]));
    expect(body.participantIds).not.toContain(org.staff.pia);
    await (await desk.as('pia')).get(`/bookings/${booking.id}`).expect(404);
    await (await desk.as('ulla')).get(`/bookings/${booking.id}`).expect(200);
  });

  it('may be replaced by a colleague of the same area and power, who takes over the seat', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    const seat = (id: string): string => `participants/${id}/substitution`;
    expect(await act(booking, seat(org.staff.freja), { staffId: org.staff.jonas })).toMatchObject({ status: 422, body: { code: 'other_area' } });
    expect(await act(booking, seat(org.staff.sonja), { staffId: org.staff.solvej }, 'sonja')).toMatchObject({ status: 204 });
    await (await desk.as('sonja')).get(`/bookings/${booking.id}`).expect(404);
    expect(await act(booking, seat(org.staff.freja), { staffId: org.staff.gitte })).toMatchObject({ status: 204 });
    const after = { body: (await (await desk.as('freja')).get(`/bookings/${booking.id}`).expect(200)).body as BookingBody };
    expect(after.body.participants).toEqual(expect.arrayContaining([
      expect.objectContaining({ staffId: org.staff.gitte, role: 'coordinator', standing: false, substituteFor: { id: org.staff.freja, name: 'Freja Holmgaard' } }),
      expect.objectContaining({ staffId: org.staff.solvej, area: 'social', standing: false, decisionPower: true }),
    ]));
    expect(after.body.participantIds).not.toContain(org.staff.freja);
  });

  it('that must decide is not replaced by one who cannot', async () => {
    const booking = await desk.book(await desk.caseReady({ areas: ['family', 'social'] }), slotIds(desk.nextDay())[0]);
    const tage = booking.participants.find((each) => each.staffId === org.staff.tage);
    expect(tage).toMatchObject({ decisionPower: true, standing: true });
    const answer = await act(booking, `participants/${org.staff.tage}/substitution`, { staffId: org.staff.bo });
    expect(answer).toMatchObject({ status: 422, body: { code: 'cannot_decide' } });
  });
});

describe('an invitation', () => {
  it('that is declined by one who must come asks for a substitute; the answer falls when the time changes', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    const declined = await act(booking, 'invitation-answer', { answer: 'declined' }, 'sonja');
    const answerOf = (body: BookingBody): unknown => body.participants.find((each) => each.staffId === org.staff.sonja);
    expect(answerOf(declined.body)).toMatchObject({ answer: 'declined' });
    const open = (): Promise<unknown[]> => app.inTx((tx) => tx.query(
      'SELECT assignee_id FROM task WHERE kind = $1 AND subject_id = $2 AND done_at IS NULL', ['participant_declined', booking.id],
    ));
    expect(await open()).toEqual([{ assignee_id: org.staff.freja }]);
    const moved = await act(booking, 'rescheduling', { slotId: slotIds(day)[1] });
    expect(answerOf(moved.body)).toMatchObject({ answer: null });
    expect(await open()).toEqual([]);
    expect(await act(booking, 'invitation-answer', { answer: 'accepted' }, 'gitte')).toMatchObject({ status: 403, body: { code: 'not_invited' } });
  });
});

describe('the youth’s answer', () => {
  it('is yes, or no with a reason', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    expect(await act(booking, 'youth-answer', { yes: false })).toMatchObject({ status: 422, body: { code: 'reason_missing' } });
    expect((await act(booking, 'youth-answer', { yes: false, reason: 'Vil ikke møde kommunen' })).body.youthAnswer).toMatchObject({ yes: false, note: 'Vil ikke møde kommunen' });
    expect((await act(booking, 'youth-answer', { yes: true })).body.youthAnswer).toMatchObject({ yes: true, note: null });
  });
});

describe('holding an item', () => {
  it('waits until it has begun and is for those who lead it', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    expect(await act(booking, 'holding')).toMatchObject({ status: 422, body: { code: 'not_begun' } });
    app.clock.moveTo(new Date(Date.parse(booking.startsAt) + 60_000));
    await org.token('henrik');
    expect(await act(booking, 'holding', {}, 'sonja')).toMatchObject({ status: 403, body: { code: 'not_your_item' } });
    expect(await act(booking, 'holding', {}, 'henrik')).toMatchObject({ status: 200, body: { state: 'held', revision: 1 } });
    expect(await act(booking, 'rescheduling', { slotId: booking.slotId }, 'karla')).toMatchObject({ status: 409, body: { code: 'invalid_transition' } });
  });
});
