import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk, type BookingBody, slotIds } from '../support/bookings.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { type Organisation, organisation, type StaffName } from '../support/organisation.js';

interface DocketBody {
  readonly from: string;
  readonly to: string;
  readonly days: ReadonlyArray<{ date: string; free: number; items: DocketItemBody[]; freeSlots: { urgent: boolean }[] }>;
}

interface DocketItemBody {
  readonly id: string;
  readonly youth: { id: string; name: string } | null;
  readonly anonymous: boolean;
  readonly areas: readonly string[];
  readonly late: boolean;
  readonly urgent: boolean;
  readonly people: unknown[];
  readonly readiness: { ready: boolean; basis: { missing: string[] }; decisionPower: { ready: boolean; missing: string[] }; youth: { ready: boolean } } | null;
}

describe('the docket of a fortnight', () => {
  let app: TestApp;
  let org: Organisation;
  let desk: BookingDesk;
  let day: DayBody;
  let youthId: string;
  let booking: BookingBody;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    desk = new BookingDesk(app, org);
    await startSeries(app, org, { intervalDays: 14 });
    const [first] = await desk.openDays();
    if (first === undefined) throw new Error('no open day');
    day = first;
    youthId = await desk.youth();
    booking = await desk.book(await desk.referral(youthId), slotIds(day)[0]);
  });

  afterAll(() => app.close());

  const docket = async (as: StaffName, date = day.date): Promise<DocketBody> =>
    (await app.as(await org.token(as)).get(`/docket?date=${date}`).expect(200)).body as DocketBody;
  const item = async (as: StaffName): Promise<DocketItemBody> => {
    const found = (await docket(as)).days.flatMap((each) => each.items).find((each) => each.id === booking.id);
    if (found === undefined) throw new Error('the item is not on the docket');
    return found;
  };

  it('runs from the series’ own date for 14 days, with what is free', async () => {
    const { from, to, days } = await docket('karla');
    expect({ from, days: days.map((each) => each.date) }).toEqual({ from: day.date, days: [day.date] });
    expect(new Date(to).getTime() - new Date(from).getTime()).toBe(13 * 86_400_000);
    expect(days[0]).toMatchObject({ free: 3 });
    expect(days[0]?.freeSlots.filter((slot) => slot.urgent)).toHaveLength(1);
  });

  it('shows the same fortnight for any date in it', async () => {
    const later = new Date(new Date(day.date).getTime() + 13 * 86_400_000).toISOString().slice(0, 10);
    expect((await docket('karla', later)).from).toBe(day.date);
  });

  it('names the youth to those with access, and to others only time, length, type and areas', async () => {
    expect((await item('freja')).youth).toMatchObject({ id: youthId, name: 'Sofie Birkholt' });
    expect(await item('bo')).toMatchObject({ youth: null, anonymous: false, areas: ['social'], people: [], readiness: null });
    expect(JSON.stringify(await docket('bo'))).not.toContain('Sofie');
  });

  it('is ready when each area has a basis, may decide, and the youth has said yes', async () => {
    expect((await item('freja')).readiness).toMatchObject({ ready: false, youth: { ready: false } });
    const freja = app.as(await org.token('freja'));
    for (const area of (await item('freja')).readiness?.basis.missing ?? []) {
      await freja.put(`/bookings/${booking.id}/sharing-bases/${area}`, { act: 'barnets lov', section: '§ 123' }).expect(200);
    }
    await freja.post(`/bookings/${booking.id}/youth-answer`, { yes: true }).expect(200);
    expect((await item('freja')).readiness).toMatchObject({ ready: true, decisionPower: { ready: true } });
  });

  it('is not ready when the one who decides is away and nobody stands in', async () => {
    const sonja = app.as(await org.token('sonja'));
    await sonja.post(`/staff/${org.staff.sonja}/absences`, { startsOn: day.date, endsOn: day.date }).expect(201);
    expect((await item('freja')).readiness).toMatchObject({ ready: false, decisionPower: { ready: false, missing: ['social'] } });
  });

  it('is not for administrators and log control', async () => {
    for (const name of ['anker', 'regitze'] as const) await app.as(await org.token(name)).get('/docket').expect(403);
  });

  it('does not know a series that is not there', async () => {
    await app.as(await org.token('karla')).get(`/docket?series=${youthId}`).expect(404);
  });

  it('counts, and names nobody', async () => {
    const answer = await app.as(await org.token('tage')).get('/statistics').expect(200);
    expect(answer.body).toMatchObject({ referrals: { raised: 1, directlyCoordinated: 0 }, actions: { open: 0, overdue: 0 }, waitingDays: null });
    expect(answer.text).not.toContain('Sofie');
    await app.as(await org.token('freja')).get('/statistics').expect(403);
  });
});
