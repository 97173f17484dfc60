import type { TestApp } from '../support/app.js';
import { startBookingApp } from '../support/booking-app.js';
import { type BookingDesk, type BookingBody, slotIds } from '../support/bookings.js';
import { brokenOccupancy, OCCUPANCY_IN_ORDER } from '../support/occupancy.js';
import type { DayBody } from '../support/meeting-days.js';
import type { Organisation, StaffName } from '../support/organisation.js';

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

/** Another K-møde at a time of the same date, led by people who do not sit in the series. */
async function besides(day: DayBody, startsAt: string): Promise<DayBody> {
  const body = { date: day.date, startsAt, chairId: org.staff.bo, minuteTakerId: org.staff.pia, panel: [] };
  return (await (await desk.as('karla')).post('/meeting-days', body).expect(201)).body as DayBody;
}

async function itemOf(booking: BookingBody): Promise<BookingBody> {
  return (await (await desk.as('karla')).get(`/bookings/${booking.id}`).expect(200)).body as BookingBody;
}

describe('nobody is in two places', () => {
  it('not a caseworker with items on two series, who is named', async () => {
    const day = desk.nextDay();
    const other = await besides(day, '09:20');
    await desk.book(await desk.caseReady(), slotIds(day)[0]);
    const answer = await desk.send(await desk.caseReady(), slotIds(other)[0], { participantIds: [org.staff.freja] });
    expect([answer.status, answer.body]).toMatchObject([409, {
      code: 'participant_busy', busy: [{ kind: 'staff', id: org.staff.freja, name: 'Freja Holmgaard' }], errors: [{ field: 'participantIds', code: 'participant_busy' }],
    }]);
    expect((answer.body as { title: string }).title).not.toContain('Freja');
    await desk.book(await desk.caseReady(), slotIds(other)[2], { participantIds: [org.staff.freja] });
  });

  it('not a standing member of another day, for its whole length', async () => {
    const day = desk.nextDay();
    const other = await besides(day, '09:00');
    const answer = await desk.send(await desk.caseReady(), slotIds(other)[3], { participantIds: [org.staff.freja, org.staff.sonja] });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'participant_busy', busy: [{ name: 'Sonja Vinterberg' }] }]);
  });

  it('not a youth, who is not named', async () => {
    const day = desk.nextDay();
    const other = await besides(day, '09:00');
    const youth = await desk.youth();
    await desk.book(await desk.referral(youth), slotIds(day)[0]);
    const second = await desk.referral(youth, { type: 'network_meeting' });
    const answer = await desk.send(second, slotIds(other)[0], { participantIds: [org.staff.gitte] });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'participant_busy', busy: [{ kind: 'youth', name: null }] }]);
    expect(JSON.stringify(answer.body)).not.toMatch(/Sofie|Birkholt/);
  });

  it('not somebody who is marked away', async () => {
    const day = desk.nextDay();
    await (await desk.as('gitte')).post(`/staff/${org.staff.gitte}/absences`, { startsOn: day.date, endsOn: day.date }).expect(201);
    const answer = await desk.send(await desk.caseReady({}, { coordinator: 'gitte' }), slotIds(day)[0], {}, 'gitte');
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'participant_busy', errors: [{ code: 'away' }], busy: [{ name: 'Gitte Thornfeldt' }] }]);
  });

  it('also not by an exchange of people', async () => {
    const day = desk.nextDay();
    const other = await besides(day, '09:00');
    await desk.book(await desk.caseReady(), slotIds(day)[0], { participantIds: [org.staff.freja, org.staff.ulla] });
    const item = await desk.book(await desk.caseReady({}, { coordinator: 'gitte' }), slotIds(other)[0], { participantIds: [org.staff.gitte] }, 'gitte');
    const answer = await (await desk.as('gitte')).put(`/bookings/${item.id}/participants`, { participantIds: [org.staff.gitte, org.staff.ulla] });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'participant_busy', busy: [{ name: 'Ulla Engdal' }] }]);
    expect((await itemOf(item)).participantIds).not.toContain(org.staff.ulla);
  });
});

describe('an anonymous item', () => {
  it('takes no youth, and is seen by those who come to it', async () => {
    const referral = await desk.referral(null, { type: 'sparring', purpose: 'spar', areas: ['social'], withoutYouth: { reason: 'principled_question' } });
    const booking = await desk.book(referral, slotIds(desk.nextDay())[0]);
    expect(booking).toMatchObject({ youth: null, guests: [], companionRight: null });
    await (await desk.as('sonja')).get(`/bookings/${booking.id}`).expect(200);
    await (await desk.as('ulla')).get(`/bookings/${booking.id}`).expect(404);
    const answer = await (await desk.as('freja')).post(`/bookings/${booking.id}/youth-answer`, { yes: true });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'anonymous_item' }]);
  });
});

describe('another’s item', () => {
  const ROUTES: ReadonlyArray<readonly ['get' | 'post' | 'put', string, object]> = [
    ['get', '', {}], ['post', '/rescheduling', { slotId: '01890000-0000-7000-8000-000000000000' }], ['post', '/carry-over', {}],
    ['post', '/cancellation', { reason: 'x' }], ['post', '/restoration', {}], ['put', '/participants', { participantIds: [] }],
    ['post', '/participants/01890000-0000-7000-8000-000000000000/substitution', { staffId: '01890000-0000-7000-8000-000000000000' }],
    ['post', '/youth-answer', { yes: true }], ['post', '/invitation-answer', { answer: 'accepted' }], ['post', '/holding', {}],
  ];

  it('is unknown to those who do not see the youth, forbidden to the log control and the administrator, closed to the rest', async () => {
    const referral = await desk.caseReady();
    const booking = await desk.book(referral, slotIds(desk.nextDay())[0]);
    const expected: ReadonlyArray<readonly [StaffName | null, number]> = [['ulla', 404], ['regitze', 403], ['anker', 403], [null, 401]];
    for (const [name, status] of expected) {
      const client = name === null ? app.as(null) : await desk.as(name);
      for (const [method, path, body] of ROUTES) {
        const answer = method === 'get' ? await client.get(`/bookings/${booking.id}`) : await client[method](`/bookings/${booking.id}${path}`, body);
        expect([name, path, answer.status]).toEqual([name, path, status]);
      }
      expect([name, (await client.get(`/referrals/${referral}/slot-proposals`)).status]).toEqual([name, status]);
    }
  });

  it('is seen but not changed by a colleague of the unit', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    const gitte = await desk.as('gitte');
    await gitte.get(`/bookings/${booking.id}`).expect(200);
    for (const [, path, body] of ROUTES.filter(([method, path]) => method === 'post' && path !== '/holding' && !path.includes('substitution'))) {
      expect([path, (await gitte.post(`/bookings/${booking.id}${path}`, body)).status]).toEqual([path, 403]);
    }
  });
});
