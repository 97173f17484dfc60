import { runSchedule, startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { brokenOccupancy, OCCUPANCY_IN_ORDER } from '../support/occupancy.js';
import { type DayBody, daysBetween, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';

const UNKNOWN = '01890000-0000-7000-8000-00000000dead';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  await startSeries(app, org);
  await desk.takeUpDays();
});
afterAll(() => app.close());
afterEach(async () => expect(await brokenOccupancy(app)).toEqual(OCCUPANCY_IN_ORDER));

const as = async (name: StaffName) => app.as(await org.token(name));
const revisionOf = async (bookingId: string) =>
  (await app.inTx((tx) => tx.query<{ revision: number }>('SELECT revision FROM booking WHERE id = $1', [bookingId])))[0]?.revision;

async function read({ id, date }: DayBody): Promise<DayBody> {
  const day = (await daysBetween(app, org, date, date)).find((each) => each.id === id);
  if (day === undefined) throw new Error('the day is not in the list');
  return day;
}

describe('the standing people of a day', () => {
  it('change also when items are booked on it, and the items follow', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    const panel = [{ area: 'social', staffId: org.staff.solvej, decisionPower: true }, { area: 'family', staffId: org.staff.tage, decisionPower: true }];
    const answer = await (await as('henrik')).put(`/meeting-days/${day.id}/crew`, { chairId: org.staff.bo, panel }).expect(200);
    expect(answer.body).toMatchObject({ chair: { id: org.staff.bo }, panel: [{ area: 'family' }, { area: 'social', staffId: org.staff.solvej, seated: true }] });
    const { participants } = (await (await as('freja')).get(`/bookings/${booking.id}`).expect(200)).body as { participants: { staffId: string; role: string; standing: boolean }[] };
    expect(participants.map((each) => [each.staffId, each.role, each.standing])).toEqual(expect.arrayContaining([
      [org.staff.bo, 'chair', true], [org.staff.solvej, 'area', true], [org.staff.karla, 'minute_taker', true], [org.staff.freja, 'coordinator', false],
    ]));
    expect(participants).toHaveLength(4);
    expect(await revisionOf(booking.id)).toBe(1);
    const youths = await app.inTx((tx) => tx.query<{ id: string }>(
      `SELECT staff_id AS id FROM youth_access WHERE source_id = $1 AND until_at > now() AND staff_id IN ($2, $3)`, [booking.id, org.staff.bo, org.staff.henrik]));
    expect(youths).toEqual([{ id: org.staff.bo }]);
    await runSchedule(app, 'meeting-series.arrange');
    expect((await read(day)).chair.id).toBe(org.staff.bo);
    await (await as('henrik')).put(`/meeting-days/${day.id}/crew`, { chairId: org.staff.henrik }).expect(403);
  });

  it('must be free, and are named when they are not', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    const other = { date: day.date, startsAt: '09:00', chairId: org.staff.pia, minuteTakerId: org.staff.jonas };
    const elsewhere = (await (await as('karla')).post('/meeting-days', other).expect(201)).body as DayBody;
    const refused = await (await as('karla')).put(`/meeting-days/${day.id}/crew`, { chairId: org.staff.pia }).expect(409);
    expect(refused.body).toMatchObject({ code: 'participant_busy', busy: [{ id: org.staff.pia, name: 'Pia Rosenvang' }] });
    expect((await (await as('karla')).put(`/meeting-days/${day.id}/crew`, { chairId: UNKNOWN }).expect(422)).body).toMatchObject({ code: 'unknown_crew' });
    await (await as('freja')).put(`/meeting-days/${day.id}/crew`, { chairId: org.staff.bo }).expect(403);
    await (await as('karla')).put(`/meeting-days/${UNKNOWN}/crew`, { chairId: org.staff.bo }).expect(404);
    expect((await read(day)).chair.id).toBe(org.staff.henrik);
    expect(await revisionOf(booking.id)).toBe(0);
    await (await as('karla')).post(`/meeting-days/${elsewhere.id}/cancellation`, { reason: 'Prøve' }).expect(200);
  });

  it('may sit the whole day who came to one item', async () => {
    const day = desk.nextDay();
    await desk.book(await desk.caseReady(), slotIds(day)[0]);
    await (await as('karla')).put(`/meeting-days/${day.id}/crew`, { minuteTakerId: org.staff.freja }).expect(200);
    const taken = await app.inTx((tx) => tx.query('SELECT booking_id FROM occupancy WHERE meeting_day_id = $1 AND resource_id = $2', [day.id, org.staff.freja]));
    expect(taken).toEqual([{ booking_id: null }]);
  });
});
