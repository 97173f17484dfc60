import { addDays, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { eventsIn, type ReadEvent } from '../support/calendar.js';
import { type CalendarServer, isInstalled, startRadicale } from '../support/calendar-programs.js';
import { importFile } from '../support/import-file/send-import.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { type OddServer, startOddServer } from '../support/odd-server.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { replacementCpr, turns } from '../support/youth-builder.js';

const UNKNOWN = '01890000-0000-7000-8000-00000000dead';
const OTHERS = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//En anden//DA', 'BEGIN:VEVENT', 'UID:fremmed-aftale', 'DTSTAMP:20261101T000000Z',
  'DTSTART:20261209T080000Z', 'DTEND:20261209T090000Z', 'SUMMARY:Personalemøde', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

interface Target { id: string; state: string; problem: string | null; succeededAt: string | null; events: number }

const onRadicale = isInstalled('radicale') ? describe : describe.skip;
let radicale: CalendarServer | null = null;
let odd: OddServer;
let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let days: DayBody[];

beforeAll(async () => {
  if (onRadicale === describe) radicale = await startRadicale();
  odd = await startOddServer();
  app = await startApp({ overrides: { CALENDAR_HOSTS: [odd.host, ...(radicale === null ? [] : [radicale.host])].join(', ') } });
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  await startSeries(app, org);
  days = await desk.openDays();
});
afterAll(async () => {
  await app.close();
  await odd.stop();
  await radicale?.stop();
});

const admin = async () => app.as(await org.token('anker'));
const freja = async () => app.as(await org.token('freja'));

async function target(id: string): Promise<Target | undefined> {
  const { body } = await (await admin()).get('/calendar-targets').expect(200);
  return (body as { items: Target[] }).items.find((each) => each.id === id);
}

async function setUp(departmentId: string, url: string, password = 'hemmelig-kode'): Promise<string> {
  const answer = await (await admin()).post('/calendar-targets', { departmentId, url, username: 'overgang', password }).expect(201);
  return (answer.body as { id: string }).id;
}

let ahead = 0;

/** As the queue does some minutes later; time never goes back here. */
async function later(minutes: number): Promise<void> {
  ahead += minutes * 60_000;
  app.clock.moveTo(new Date(Date.now() + ahead));
  await runSchedule(app, 'calendars.targets');
  await drainOutbox(app);
}

onRadicale('a department’s shared calendar on a real Radicale', () => {
  const server = () => radicale as CalendarServer;
  let url: string;
  let id: string;

  beforeAll(async () => {
    url = await server().makeCalendar('social');
    await server().ask('PUT', `${url}fremmed.ics`, OTHERS, { 'content-type': 'text/calendar' });
    id = await setUp(org.unit.social, url);
    await drainOutbox(app);
  });

  const held = async (): Promise<ReadEvent[]> => {
    const answer = await server().ask('GET', url);
    return answer.status === 200 ? eventsIn(await answer.text()) : [];
  };
  const find = async (uid: string) => (await held()).find((event) => event.uid === uid);
  const identity = async (table: 'booking' | 'meeting_day', row: string) =>
    (await app.inTx((tx) => tx.query<{ uid: string; reference: string }>(`SELECT uid, reference FROM ${table} WHERE id = $1`, [row])))[0] ?? { uid: '', reference: '' };

  it('holds the K-møder after the first push, and tells its state without the password', async () => {
    const { uid } = await identity('meeting_day', days[0]?.id ?? '');
    expect(await find(uid)).toMatchObject({ summary: 'K-møde', location: 'Møllestuen', status: 'CONFIRMED' });
    expect(await target(id)).toMatchObject({ state: 'in_step', problem: null, succeededAt: expect.any(String) as unknown });
    expect((await target(id))?.events).toBe((await held()).length - 1);
    expect(JSON.stringify(await target(id))).not.toContain('hemmelig');
    expect(JSON.stringify(await app.inTx((tx) => tx.query("SELECT target::text || encode(target.password, 'escape') AS row FROM calendar_target target", [])))).not.toContain('hemmelig');
  });

  it('gets an item when it is booked, follows its move, and loses it when it is cancelled', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(days[1])[0]);
    const { uid, reference } = await identity('booking', booking.id);
    await drainOutbox(app);
    expect(await find(uid)).toMatchObject({ summary: `Punkt ${reference}`, sequence: 0 });
    await (await freja()).post(`/bookings/${booking.id}/rescheduling`, { slotId: slotIds(days[2] as DayBody)[1] }).expect(200);
    await drainOutbox(app);
    expect(await find(uid)).toMatchObject({ sequence: 1, starts: new Date(days[2]?.slots[1]?.startsAt ?? '').toISOString().replace('.000Z', 'Z') });
    await (await freja()).post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    await drainOutbox(app);
    expect(await find(uid)).toBeUndefined();
  });

  it('follows a day that is moved, by the schedule', async () => {
    const day = days[3] as DayBody;
    await app.as(await org.token('karla')).post(`/meeting-days/${day.id}/relocation`, { date: addDays(day.date as CalendarDate, 1) }).expect(200);
    await later(1);
    expect(await find((await identity('meeting_day', day.id)).uid)).toMatchObject({ sequence: 1 });
  });

  it('asks the server nothing while nothing changes', async () => {
    const tags = async () => (await server().ask('PROPFIND', url, undefined, { depth: '1' })).text();
    const before = await tags();
    await later(1);
    await later(11);
    expect(await tags()).toBe(before);
  });

  it('comes back after a hand has wiped it or changed it, and leaves what is not ours', async () => {
    const all = (await held()).map((event) => event.uid).sort();
    const { uid } = await identity('meeting_day', days[0]?.id ?? '');
    const ours = `${url}overgang-${uid}.ics`;
    const text = await (await server().ask('GET', ours)).text();
    await server().ask('PUT', ours, text.replace('SUMMARY:K-møde', 'SUMMARY:Rettet i hånden'), { 'content-type': 'text/calendar' });
    for (const other of all.filter((each) => each !== uid && each !== 'fremmed-aftale').slice(0, 3)) {
      expect((await server().ask('DELETE', `${url}overgang-${other}.ics`)).status).toBe(200);
    }
    await later(11);
    expect((await held()).map((event) => event.uid).sort()).toEqual(all);
    expect(await find(uid)).toMatchObject({ summary: 'K-møde' });
    expect(await find('fremmed-aftale')).toMatchObject({ summary: 'Personalemøde' });
  });

  it('survives that the answer to a write was lost, with one event as before', async () => {
    await app.inTx((tx) => tx.query('UPDATE pushed_event SET text_hash = NULL, etag = NULL WHERE target_id = $1', [id]));
    await app.inTx((tx) => tx.query('UPDATE calendar_target SET fingerprint = NULL WHERE id = $1', [id]));
    const before = (await held()).map((event) => event.uid).sort();
    await later(1);
    expect((await held()).map((event) => event.uid).sort()).toEqual(before);
    expect(await target(id)).toMatchObject({ state: 'in_step', problem: null, events: before.length - 1 });
  });

  it('counts a week’s deadlines anew when a youth moves to another department', async () => {
    const born = turns(18, 45);
    const measure = { act: 'barnets lov', section: '§ 32', from: '2024-01-01', unit: 'social' } as const;
    const cpr = replacementCpr(born);
    const [stays, moves] = [await desk.youth({ born, unit: 'social', measure }), await desk.youth({ born, unit: 'social', measure, cpr })];
    await later(1);
    const sums = async () => (await held()).filter(({ summary }) => / i uge /.test(summary)).map(({ starts, summary }) => [starts, Number.parseInt(summary, 10)]).sort();
    const due = (youths: readonly string[]) => app.inTx(async (tx) => (await tx.query<{ monday: string; n: number }>(
      `SELECT date_trunc('week', due_on::timestamp)::date::text AS monday, count(*)::int AS n FROM deadline
       WHERE youth_id = ANY ($1::uuid[]) AND state = 'open' AND due_on >= date_trunc('week', $2::timestamptz AT TIME ZONE 'Europe/Copenhagen')::date AND due_on < $2::timestamptz + interval '182 days'
       GROUP BY 1 ORDER BY 1`, [youths, tx.now])).map(({ monday, n }) => [monday, n]));
    expect(await due([stays])).not.toEqual([]);
    expect(await sums()).toEqual(await due([stays, moves]));
    expect(await importFile(app, await org.token('karla'), `cpr;fornavn;efternavn;afdeling\n${cpr};Sofie;Birkholt;ppr\n`)).toMatchObject({ updated: 1 });
    await later(1);
    expect(await sums()).toEqual(await due([stays]));
    await later(11);
    expect(await sums()).toEqual(await due([stays]));
    expect(await target(id)).toMatchObject({ state: 'in_step', problem: null });
  });

  it('never replaces somebody else’s event, even under a name of ours', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(days[4])[0]);
    const { uid } = await identity('booking', booking.id);
    const theirs = OTHERS.replace('fremmed-aftale', 'en-anden-fremmed');
    await server().ask('PUT', `${url}overgang-${uid}.ics`, theirs, { 'content-type': 'text/calendar' });
    await drainOutbox(app);
    expect(await target(id)).toMatchObject({ state: 'failing', problem: 'foreign_event' });
    for (const minutes of [11, 1, 11]) await later(minutes);
    await (await freja()).post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    await later(11);
    expect([await find('en-anden-fremmed'), await target(id)]).toMatchObject([{ summary: 'Personalemøde' }, { state: 'in_step' }]);
    await (await freja()).post(`/bookings/${booking.id}/restoration`, {}).expect(200);
    await server().ask('DELETE', `${url}overgang-${uid}.ics`);
    await later(11);
    expect(await find(uid)).toMatchObject({ status: 'CONFIRMED' });
    expect(await target(id)).toMatchObject({ state: 'in_step', problem: null });
  });

  it('takes the rest where somebody has put a copy of one of our events there under another name', async () => {
    const cases = [await desk.caseReady(), await desk.caseReady()];
    const [copied, other] = [(await desk.book(cases[0] ?? '', slotIds(days[5])[0])).id, (await desk.book(cases[1] ?? '', slotIds(days[5])[1])).id];
    const { uid } = await identity('booking', copied);
    await server().ask('PUT', `${url}kopi.ics`, OTHERS.replace('fremmed-aftale', uid), { 'content-type': 'text/calendar' }).then(() => drainOutbox(app));
    expect([await find((await identity('booking', other)).uid), await find(uid)]).toMatchObject([{ sequence: 0 }, { summary: 'Personalemøde' }]);
    expect(await target(id)).toMatchObject({ state: 'failing', problem: 'foreign_event' });
    for (let push = 0; push < 4; push += 1) await later(1);
    const third = await desk.book(await desk.caseReady(), slotIds(days[5])[2]);
    await drainOutbox(app);
    expect(await find((await identity('booking', third.id)).uid)).toMatchObject({ sequence: 0 });
    await server().ask('DELETE', `${url}kopi.ics`);
    await later(11);
    expect((await find(uid))?.summary).toMatch(/^Punkt /);
  });

  it('is tried on demand', async () => {
    expect((await (await admin()).post(`/calendar-targets/${id}/trial`).expect(200)).body).toEqual({ works: true, problem: null, message: 'Forbindelsen virker.' });
    const wrong = await setUp(org.unit.ppr, `${server().url}overgang/findes-ikke/`);
    expect((await (await admin()).post(`/calendar-targets/${wrong}/trial`).expect(200)).body).toMatchObject({ works: false, problem: 'not_found' });
    await (await admin()).delete(`/calendar-targets/${wrong}`).expect(204);
    const home = await setUp(org.unit.uu, `${server().url}overgang/`);
    expect((await (await admin()).post(`/calendar-targets/${home}/trial`).expect(200)).body).toMatchObject({ problem: 'not_a_calendar' });
    await (await admin()).delete(`/calendar-targets/${home}`).expect(204);
    await (await admin()).post('/calendar-targets', { departmentId: org.unit.social, url, username: 'overgang', password: 'forkert' }).expect(201);
    expect((await (await admin()).post(`/calendar-targets/${id}/trial`).expect(200)).body).toMatchObject({ problem: 'sign_in_refused' });
    await drainOutbox(app);
    expect(await target(id)).toMatchObject({ state: 'failing', problem: 'sign_in_refused' });
    await setUp(org.unit.social, url);
    await drainOutbox(app);
    expect(await target(id)).toMatchObject({ state: 'in_step', problem: null });
  });

  it('is taken away with all that we wrote, and nothing else; who had meetings there gets them by mail again', async () => {
    const solvej = app.as(await org.token('solvej'));
    expect((await solvej.put('/me/calendar-channel', { channel: 'caldav' }).expect(200)).body).toMatchObject({ channel: 'caldav', open: ['mail', 'caldav'], ways: { caldav: 'open' } });
    await (await admin()).delete(`/calendar-targets/${id}`).expect(204);
    await drainOutbox(app);
    expect((await held()).map((event) => event.uid)).toEqual(['fremmed-aftale']);
    expect(await target(id)).toBeUndefined();
    expect((await solvej.get('/me/calendar-channel').expect(200)).body).toMatchObject({ channel: 'mail', open: ['mail'], ways: { caldav: 'none' } });
  });
});

describe('a calendar server that does not do its work', () => {
  const longer = [1, 2, 4, 8];
  it.each([
    [401, 'sign_in_refused', longer], [404, 'not_found', longer], [500, 'server_error', longer], [503, 'busy', longer], [302, 'redirected', longer], [429, 'busy', [15, 15, 15, 15]],
  ] as const)('with %s shows as %s on the row, and is left alone for longer each time, or for as long as it asks for', async (status, problem, minutes) => {
    odd.answer = () => status;
    const id = await setUp(org.unit.jobcenter, `http://${odd.host}/kalender/`);
    await drainOutbox(app);
    expect(await target(id)).toMatchObject({ state: 'failing', problem, succeededAt: null, events: 0 });
    const pauses: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const [row] = await app.inTx((tx) => tx.query<{ retry_at: Date; tried_at: Date }>('SELECT retry_at, tried_at FROM calendar_target WHERE id = $1', [id]));
      pauses.push(Math.round(((row?.retry_at.getTime() ?? 0) - (row?.tried_at.getTime() ?? 0)) / 60_000));
      await later(pauses.at(-1) ?? 0);
    }
    expect(pauses).toEqual(minutes);
    await (await admin()).delete(`/calendar-targets/${id}`).expect(204);
    await drainOutbox(app);
    expect(await target(id)).toMatchObject({ state: 'removing' });
    await later(8 * 24 * 60);
    expect(await target(id)).toBeUndefined();
  });
});

describe('setting a shared calendar up', () => {
  const wish = (url: string) => ({ departmentId: org.unit.handicap, url, username: 'overgang', password: 'kode' });

  it.each([
    ['https://kalender.example/dav/', 'host_not_allowed'], ['http://kalender.example/dav/', 'not_https'], ['http://127.0.0.1:1/dav/', 'host_not_allowed'],
    ['http://169.254.169.254/latest/', 'not_https'], ['https://bruger:kode@kalender.example/', 'malformed_address'], ['ikke en adresse', 'malformed_address'],
  ])('refuses %s as %s', async (url, code) => {
    expect((await (await admin()).post('/calendar-targets', wish(url)).expect(422)).body).toMatchObject({ code, errors: [{ field: 'url' }] });
  });

  it('is the administrator’s alone, and for a department that exists', async () => {
    for (const name of ['freja', 'tage', 'karla', 'regitze'] as const) {
      await app.as(await org.token(name)).get('/calendar-targets').expect(403);
      await app.as(await org.token(name)).post('/calendar-targets', wish(`http://${odd.host}/`)).expect(403);
    }
    await (await admin()).post('/calendar-targets', { ...wish(`http://${odd.host}/`), departmentId: UNKNOWN }).expect(404);
    await (await admin()).delete(`/calendar-targets/${UNKNOWN}`).expect(404);
    await (await admin()).post(`/calendar-targets/${UNKNOWN}/trial`).expect(404);
  });

  it('gives a department one calendar, and a calendar one department', async () => {
    const first = await (await admin()).post('/calendar-targets', wish(`http://${odd.host}/et`)).expect(201);
    expect((await (await admin()).post('/calendar-targets', wish(`http://${odd.host}/et/`)).expect(201)).body).toEqual(first.body);
    expect((await (await admin()).post('/calendar-targets', wish(`http://${odd.host}/to/`)).expect(409)).body).toMatchObject({ code: 'has_calendar' });
    const other = { ...wish(`http://${odd.host}/et/`), departmentId: org.unit.ungeenhed };
    expect((await (await admin()).post('/calendar-targets', other).expect(409)).body).toMatchObject({ code: 'calendar_in_use' });
  });
});
