import { toInstant } from '../../src/platform/clock/zone.js';
import { parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { clearMeetings, type DayBody, daysBetween, seriesBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';

const NOW = new Date('2026-11-23T08:00:00Z');
const UNKNOWN = '01890000-0000-7000-8000-00000000dead';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});

beforeEach(() => {
  app.clock.moveTo(NOW);
});

afterEach(() => clearMeetings(app));

afterAll(() => app.close());

const days = (from = '2026-11-23', to = '2027-06-30') => daysBetween(app, org, from, to);
const dates = (list: readonly DayBody[], state = 'planned') => list.filter((day) => day.state === state).map((day) => day.date);
const tasks = async (kind: string) => app.inTx((tx) => tx.query<{ subject_id: string }>('SELECT subject_id FROM task WHERE kind = $1 AND done_at IS NULL', [kind]));
const occupied = async (dayId: string) =>
  (await app.inTx((tx) => tx.query<{ id: string }>('SELECT resource_id AS id FROM occupancy WHERE meeting_day_id = $1', [dayId]))).map((row) => row.id).sort();
const roomId = async () => (await app.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM room')))[0]?.id ?? '';

describe('a series', () => {
  it('makes its days 26 weeks ahead, every 14 days over the week 53, at 9.00 on both sides of the clock change', async () => {
    await startSeries(app, org);
    const made = await days();
    expect(dates(made)).toEqual([
      '2026-11-25', '2026-12-09', '2026-12-23', '2027-01-06', '2027-01-20', '2027-02-03', '2027-02-17', '2027-03-03', '2027-03-17',
      '2027-03-31', '2027-04-14', '2027-04-28', '2027-05-12',
    ]);
    for (const day of made) {
      expect(new Date(day.startsAt)).toEqual(toInstant(parseCalendarDate(day.date), '09:00'));
      expect(new Date(day.endsAt)).toEqual(toInstant(parseCalendarDate(day.date), '12:30'));
    }
    expect(made[1]).toMatchObject({ capacity: 4, free: 4, state: 'planned', room: 'Møllestuen', closesOn: '2026-12-02', nominalDate: '2026-12-09' });
    expect(made[1]?.slots.map((slot) => slot.urgent)).toEqual([false, false, false, false, true]);
  });

  it('takes room, chair, minute taker and panel once each day', async () => {
    await startSeries(app, org);
    const [day] = await days();
    expect(await occupied(day?.id ?? '')).toEqual([org.staff.henrik, org.staff.karla, org.staff.sonja, org.staff.tage, await roomId()].sort());
  });

  it('does nothing more when the job runs again, and goes on as time passes', async () => {
    await startSeries(app, org);
    const before = await days();
    await runSchedule(app, 'meeting-series.arrange');
    await runSchedule(app, 'meeting-series.arrange');
    expect(await days()).toEqual(before);
    app.clock.moveTo(new Date('2026-12-07T08:00:00Z'));
    await runSchedule(app, 'meeting-series.arrange');
    expect(dates(await days()).at(-1)).toBe('2027-05-26');
  });

  it('comes to the same when the job runs several times at once', async () => {
    await startSeries(app, org);
    await startSeries(app, org, { name: 'torsdag', anchorDate: '2020-09-10' });
    app.clock.moveTo(new Date('2026-12-21T08:00:00Z'));
    await Promise.all(Array.from({ length: 6 }, () => runSchedule(app, 'meeting-series.arrange')));
    const list = await days();
    expect(new Set(list.map((day) => `${day.seriesId} ${day.nominalDate}`)).size).toBe(list.length);
    expect(list.filter((day) => day.date > '2027-05-13').map((day) => day.date)).toEqual(['2027-05-26', '2027-05-27', '2027-06-09', '2027-06-10']);
    expect(await tasks('standing_member_busy')).toEqual([]);
  });

  it('leaves closed days out, or moves them, as its policy says', async () => {
    const secretary = app.as(await org.token('karla'));
    await secretary.post('/closed-days', { from: '2027-02-15', to: '2027-02-19', kind: 'holiday_week', label: 'Vinterferie' }).expect(201);
    await startSeries(app, org, { name: 'spring over' });
    expect(dates(await days('2027-02-10', '2027-02-25'))).toEqual([]);
    const staff = { chairId: org.staff.bo, minuteTakerId: org.staff.pia, panel: [], room: null };
    await startSeries(app, org, { ...staff, name: 'næste', closedDayPolicy: 'next_working_day' });
    await startSeries(app, org, { ...staff, name: 'forrige', closedDayPolicy: 'previous_working_day', startsAt: '13:00' });
    expect(dates(await days('2027-02-10', '2027-02-25'))).toEqual(['2027-02-12', '2027-02-22']);
  });

  it('lets a free deputy sit for a member who is taken, and asks the secretary when nobody can', async () => {
    await startSeries(app, org, { name: 'først', chairId: org.staff.sonja, minuteTakerId: org.staff.pia, panel: [], room: null });
    await startSeries(app, org);
    const [, day] = (await days('2026-12-09', '2026-12-09')).sort((a, b) => a.panel.length - b.panel.length);
    expect(day?.panel).toEqual(expect.arrayContaining([expect.objectContaining({ area: 'social', staffId: org.staff.solvej, standsInFor: org.staff.sonja, seated: true })]));
    expect(await tasks('standing_member_busy')).toEqual([]);

    await startSeries(app, org, { name: 'sidst', chairId: org.staff.tage, room: 'Møllestuen' });
    const third = (await days('2026-12-09', '2026-12-09')).find((each) => each.chair.id === org.staff.tage);
    expect(third).toMatchObject({ room: null, state: 'planned' });
    expect(third?.panel.map((seat) => seat.seated)).toEqual([false, false]);
    expect(await occupied(third?.id ?? '')).toEqual([]);
    expect((await tasks('standing_member_busy')).map((task) => task.subject_id)).toContain(third?.id);
  });

  it('seats the member again once they are free', async () => {
    await app.as(await org.token('karla')).post(`/staff/${org.staff.sonja}/absences`, { startsOn: '2026-12-01', endsOn: '2026-12-31' }).expect(201);
    await startSeries(app, org);
    const seat = async () => (await days('2026-12-09', '2026-12-09'))[0]?.panel.find((each) => each.area === 'social')?.staffId;
    expect(await seat()).toBe(org.staff.solvej);
    await app.inTx((tx) => tx.query('DELETE FROM absence'));
    await runSchedule(app, 'meeting-series.arrange');
    expect(await seat()).toBe(org.staff.sonja);
  });

  it('takes a chair who was taken elsewhere as soon as they are free', async () => {
    const other = { date: '2026-12-09', startsAt: '08:00', chairId: org.staff.henrik, minuteTakerId: org.staff.pia };
    const secretary = app.as(await org.token('karla'));
    const elsewhere = (await secretary.post('/meeting-days', other).expect(201)).body as DayBody;
    const series = await startSeries(app, org);
    const day = (await days('2026-12-09', '2026-12-09')).find((each) => each.seriesId === series);
    expect(await occupied(day?.id ?? '')).not.toContain(org.staff.henrik);
    expect(await tasks('standing_member_busy')).toEqual([{ subject_id: day?.id }]);
    await secretary.post(`/meeting-days/${elsewhere.id}/cancellation`, { reason: 'Aflyst' }).expect(200);
    await runSchedule(app, 'meeting-series.arrange');
    expect(await occupied(day?.id ?? '')).toContain(org.staff.henrik);
    expect(await tasks('standing_member_busy')).toEqual([]);
  });
});

describe('a change of a series', () => {
  it('follows on future days without items, under the same identity, and says which stay', async () => {
    const id = await startSeries(app, org);
    const before = await days();
    const chair = app.as(await org.token('henrik'));
    const answer = await chair.patch(`/meeting-series/${id}`, { startsAt: '13:00', slots: [{ kind: 'slot', minutes: 60 }, { kind: 'urgent', minutes: 30 }] }).expect(200);
    expect(answer.body).toMatchObject({ startsAt: '13:00', days: { created: 0, changed: 13, cancelled: 0, stay: [] } });
    const after = await days();
    expect(after.map((day) => day.id)).toEqual(before.map((day) => day.id));
    expect(after.every((day) => new Date(day.startsAt).getTime() === toInstant(parseCalendarDate(day.date), '13:00').getTime())).toBe(true);
    expect(after[0]).toMatchObject({ capacity: 1, free: 1 });
    expect(after[0]?.slots).toHaveLength(2);
    const revisions = await app.inTx((tx) => tx.query<{ revision: number }>('SELECT DISTINCT revision FROM meeting_day'));
    expect(revisions).toEqual([{ revision: 1 }]);
  });

  it('leaves days that a person has moved or cancelled', async () => {
    const id = await startSeries(app, org);
    const [first, second] = await days();
    const secretary = app.as(await org.token('karla'));
    await secretary.post(`/meeting-days/${second?.id}/relocation`, { date: '2026-12-10', reason: 'Lokalet er optaget' }).expect(200);
    await secretary.post(`/meeting-days/${first?.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    const answer = await secretary.patch(`/meeting-series/${id}`, { startsAt: '13:00' }).expect(200);
    expect((answer.body as { days: object }).days).toMatchObject({ changed: 11, stay: [{ id: second?.id, date: '2026-12-10', because: 'settled_by_hand' }] });
    expect((await days()).slice(0, 2).map((day) => [day.date, day.state])).toEqual([['2026-11-25', 'cancelled'], ['2026-12-10', 'planned']]);
  });

  it('drops the days of another rhythm and makes the new ones', async () => {
    const id = await startSeries(app, org);
    const secretary = app.as(await org.token('karla'));
    const answer = await secretary.patch(`/meeting-series/${id}`, { anchorDate: '2026-11-26', intervalDays: 28 }).expect(200);
    expect((answer.body as { days: object }).days).toMatchObject({ created: 6, cancelled: 13 });
    expect(dates(await days())).toEqual(['2026-11-26', '2027-01-21', '2027-02-18', '2027-03-18', '2027-04-15', '2027-05-13']);
  });

  it('ends it, and lets it go on again under the same identities', async () => {
    const id = await startSeries(app, org);
    const secretary = app.as(await org.token('karla'));
    const before = await days();
    await secretary.patch(`/meeting-series/${id}`, { endedOn: '2026-12-31' }).expect(200);
    expect(dates(await days())).toEqual(['2026-11-25', '2026-12-09', '2026-12-23']);
    expect(await occupied(before[5]?.id ?? '')).toEqual([]);
    await secretary.patch(`/meeting-series/${id}`, { endedOn: null }).expect(200);
    expect((await days()).map((day) => [day.id, day.state])).toEqual(before.map((day) => [day.id, 'planned']));
    expect(await occupied(before[5]?.id ?? '')).toHaveLength(5);
  });

  it('is refused with the fields that are wrong', async () => {
    const secretary = app.as(await org.token('karla'));
    const wrong = await secretary.post('/meeting-series', seriesBody(org, { chairId: UNKNOWN, panel: [{ area: 'marine', staffId: org.staff.bo }] })).expect(422);
    expect(wrong.body).toMatchObject({ code: 'unknown_crew', errors: [{ field: 'chairId' }, { field: 'panel.0.area', code: 'unknown_area' }] });
    await secretary.post('/meeting-series', seriesBody(org, { slots: [{ kind: 'urgent', minutes: 30 }] })).expect(422);
    await secretary.post('/meeting-series', seriesBody(org, { anchorDate: '2026-11-28' })).expect(422);
    await secretary.post('/meeting-series', seriesBody(org, { startsAt: '02:30' })).expect(400);
    await secretary.post('/meeting-series', seriesBody(org, { chairId: undefined })).expect(400);
    expect(await days()).toEqual([]);
  });

  it('belongs to the secretary and the chair of the series', async () => {
    const id = await startSeries(app, org, { chairId: org.staff.bo });
    await app.as(await org.token('henrik')).patch(`/meeting-series/${id}`, { name: 'Mit' }).expect(403);
    await app.as(await org.token('freja')).patch(`/meeting-series/${id}`, { name: 'Mit' }).expect(403);
    await app.as(await org.token('freja')).post('/meeting-series', seriesBody(org)).expect(403);
    await app.as(await org.token('karla')).patch(`/meeting-series/${UNKNOWN}`, { name: 'Mit' }).expect(404);
    await app.as(null).get('/meeting-series').expect(401);
    const list = await app.as(await org.token('freja')).get('/meeting-series').expect(200);
    expect((list.body as { items: object[] }).items).toMatchObject([{ id, name: 'K-møde', chair: { name: 'Bo Kjelding' } }]);
  });

  it('is made once for an idempotency key', async () => {
    const secretary = app.as(await org.token('karla'));
    const first = await secretary.post('/meeting-series', seriesBody(org)).set('idempotency-key', 'serie-0001').expect(201);
    const second = await secretary.post('/meeting-series', seriesBody(org)).set('idempotency-key', 'serie-0001').expect(201);
    expect(second.body).toEqual(first.body);
    expect(await days()).toHaveLength(13);
  });
});

describe('a closed day that is added later', () => {
  const close = async (from: string, to = from) => {
    await app.as(await org.token('karla')).post('/closed-days', { from, to, label: 'Lukket' }).expect(201);
    await drainOutbox(app);
  };

  it('takes a day without items with it, and gives it back when it opens again', async () => {
    await startSeries(app, org);
    const [, day] = await days();
    await close('2026-12-09');
    expect(dates(await days(), 'cancelled')).toEqual(['2026-12-09']);
    expect(await occupied(day?.id ?? '')).toEqual([]);
    const secretary = app.as(await org.token('karla'));
    const closed = (await secretary.get('/closed-days?from=2026-12-09&to=2026-12-09')).body as { items: [{ id: string }] };
    await secretary.delete(`/closed-days/${closed.items[0].id}`).expect(204);
    await drainOutbox(app);
    expect((await days())[1]).toMatchObject({ id: day?.id, state: 'planned' });
    expect(await occupied(day?.id ?? '')).toHaveLength(5);
  });

  it('never moves a day that a person has settled: it asks the secretary', async () => {
    await startSeries(app, org);
    const [, day] = await days();
    const secretary = app.as(await org.token('karla'));
    await secretary.post(`/meeting-days/${day?.id}/relocation`, { date: '2026-12-10' }).expect(200);
    await close('2026-12-10');
    expect((await days('2026-12-10', '2026-12-10'))[0]).toMatchObject({ id: day?.id, state: 'planned' });
    expect(await tasks('closed_day_on_meeting')).toEqual([{ subject_id: day?.id }]);
    await secretary.post(`/meeting-days/${day?.id}/relocation`, { date: '2026-12-11' }).expect(200);
    expect(await tasks('closed_day_on_meeting')).toEqual([]);
  });
});
