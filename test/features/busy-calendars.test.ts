import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';

interface View { state: string; host: string | null; lastReadAt: string | null; problem: string | null; message: string | null }

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let days: DayBody[];
let theirs: Server;
let published = '';
let status = 200;
const asked: (string | undefined)[] = [];

beforeAll(async () => {
  theirs = createServer((request, reply) => {
    asked.push(request.headers['if-none-match']);
    const etag = `"${published.length}"`;
    if (status !== 200) reply.writeHead(status).end();
    else if (request.headers['if-none-match'] === etag) reply.writeHead(304, { etag }).end();
    else reply.writeHead(200, { etag, 'content-type': 'text/calendar' }).end(published);
  });
  await new Promise<void>((done) => theirs.listen(0, '127.0.0.1', done));
  app = await startApp({ overrides: { CALENDAR_HOSTS: host() } });
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  await startSeries(app, org, { intervalDays: 7 });
  days = await desk.openDays();
});
afterAll(async () => {
  await app.close();
  theirs.closeAllConnections();
  await new Promise((done) => theirs.close(done));
});
afterEach(() => app.clock.moveTo(null));

const host = () => `127.0.0.1:${(theirs.address() as AddressInfo).port}`;
const as = async (name: StaffName) => app.as(await org.token(name));
const view = async (name: StaffName) => (await (await as(name)).get('/me/busy-calendar').expect(200)).body as View;
const utc = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');

function calendarWith(...events: string[][]): string {
  const texts = events.map((lines, index) => ['BEGIN:VEVENT', `UID:${index}@andet`, 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Andet//DA', ...texts.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

/** An appointment over the whole of a meeting day. */
const during = (day: DayBody) => [`DTSTART:${utc(day.startsAt)}`, `DTEND:${utc(day.endsAt)}`, 'SUMMARY:Kanarietandlæge', 'LOCATION:Kanariegade 1'];

async function publish(name: StaffName, text: string): Promise<void> {
  [published, status] = [text, 200];
  await (await as(name)).put('/me/busy-calendar', { url: `http://${host()}/hemmelig-adresse/kalender.ics` }).expect(200);
  await drainOutbox(app);
}

async function proposed(day: DayBody, referral: string): Promise<string | undefined> {
  return (await desk.propose(referral)).items.find((each) => each.meetingDayId === day.id)?.reasons.join(' ');
}

describe('my own calendar', () => {
  it('keeps the slots clear of what it holds, with who is busy as the reason', async () => {
    const referral = await desk.caseReady();
    const [free, taken] = [days[2] as DayBody, days[3] as DayBody];
    expect(await proposed(taken, referral)).toContain('Ingen kendte aftaler i vejen for Freja Holmgaard');
    await publish('freja', calendarWith(during(taken)));
    expect(await proposed(taken, referral)).toBeUndefined();
    const { excluded } = await desk.propose(referral);
    expect(excluded.find((each) => each.meetingDayId === taken.id)).toMatchObject({ codes: ['busy'], reasons: ['Freja Holmgaard er optaget i de ledige tider.'] });
    expect(await proposed(free, referral)).toContain('Freja Holmgaard er fri ifølge sin egen kalender.');
  });

  it('that publishes free/busy times for some weeks says nothing of the days after them', async () => {
    const referral = await desk.caseReady();
    const [covered, after] = [days[2] as DayBody, days[3] as DayBody];
    await publish('freja', ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Andet//DA', 'BEGIN:VFREEBUSY', 'UID:fb@andet', 'DTSTAMP:20261101T000000Z',
      `DTSTART:${utc(new Date().toISOString())}`, `DTEND:${utc(covered.endsAt)}`, 'END:VFREEBUSY', 'END:VCALENDAR', ''].join('\r\n'));
    expect(await proposed(covered, referral)).toContain('Freja Holmgaard er fri ifølge sin egen kalender.');
    expect(await proposed(after, referral)).toContain('Ingen kendte aftaler i vejen for Freja Holmgaard');
    await publish('freja', calendarWith(during(after)));
  });

  it('leaves nothing but stretches of time in the database, and its address sealed', async () => {
    await publish('freja', calendarWith(during(days[3] as DayBody)));
    const [dump] = await app.inTx((tx) => tx.query<{ text: string }>(
      `SELECT (SELECT string_agg(busy::text, ' ') FROM busy_time busy) || (SELECT string_agg(c::text || encode(c.address, 'escape'), ' ') FROM busy_calendar c) ||
         (SELECT string_agg(payload::text, ' ') FROM outbox_message) || (SELECT string_agg(entry::text, ' ') FROM audit_entry entry) AS text`));
    expect(dump?.text).not.toMatch(/Kanarie|hemmelig-adresse/);
    expect(await view('freja')).toEqual({ state: 'read', host: host(), lastReadAt: expect.any(String) as unknown, problem: null, message: null });
  });

  it('does not meet our own meetings in it: an item can still be moved', async () => {
    const day = days[5] as DayBody;
    const referral = await desk.caseReady();
    const booking = await desk.book(referral, slotIds(day)[0]);
    const [{ uid } = { uid: '' }] = await app.inTx((tx) => tx.query<{ uid: string }>('SELECT uid FROM booking WHERE id = $1', [booking.id]));
    await publish('freja', calendarWith(during(day)).replace('UID:0@andet', `UID:${uid}`));
    expect(await proposed(day, referral)).toContain('Freja Holmgaard er fri');
  });

  it('is asked for with its tag every half hour, and costs nothing when it is the same', async () => {
    await publish('freja', calendarWith(during(days[3] as DayBody)));
    const first = (await view('freja')).lastReadAt ?? '';
    const before = asked.length;
    app.clock.moveTo(new Date(Date.now() + 10 * 60_000));
    await runSchedule(app, 'calendars.busy');
    await drainOutbox(app);
    expect(asked).toHaveLength(before);
    app.clock.moveTo(new Date(Date.now() + 31 * 60_000));
    await runSchedule(app, 'calendars.busy');
    await drainOutbox(app);
    expect(asked.slice(before)).toEqual([`"${published.length}"`]);
    expect((await view('freja')).lastReadAt).not.toBe(first);
    expect(await proposed(days[3] as DayBody, await desk.caseReady())).toBeUndefined();
  });

  it('that cannot be read shows why, is said to be old after a day, and is forgotten after a week', async () => {
    await publish('freja', calendarWith());
    const referral = await desk.caseReady();
    status = 404;
    app.clock.moveTo(new Date(Date.now() + 31 * 60_000));
    await runSchedule(app, 'calendars.busy');
    await drainOutbox(app);
    expect(await view('freja')).toMatchObject({ state: 'failing', problem: 'not_found', message: 'Kalenderen findes ikke på adressen.' });
    expect(await proposed(days[4] as DayBody, referral)).toContain('Freja Holmgaard er fri ifølge sin egen kalender.');
    app.clock.moveTo(new Date(Date.now() + 25 * 3_600_000));
    expect(await proposed(days[4] as DayBody, referral)).toMatch(/Ingen kendte aftaler i vejen for Freja Holmgaard, men kalenderen er ikke læst siden \d/);
    app.clock.moveTo(new Date(Date.now() + 8 * 86_400_000));
    await runSchedule(app, 'calendars.busy');
    expect(await proposed(days[4] as DayBody, referral)).toMatch(/Ingen kendte aftaler i vejen for Freja Holmgaard[^,]*\./);
  });

  it('that is no calendar, or has a rule that never ends, is said to be unreadable, and the queue goes on', async () => {
    await publish('freja', '<html>Log ind</html>');
    expect(await view('freja')).toMatchObject({ state: 'failing', problem: 'unreadable', lastReadAt: null });
    await publish('freja', calendarWith(['DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY']));
    expect(await view('freja')).toMatchObject({ problem: 'unreadable' });
  });

  it('is mine alone, and gone with all that was read when I take it away or leave', async () => {
    await publish('freja', calendarWith(during(days[3] as DayBody)));
    await publish('gitte', calendarWith(during(days[3] as DayBody)));
    expect(await view('bo')).toEqual({ state: 'none', host: null, lastReadAt: null, problem: null, message: null });
    await app.as(null).get('/me/busy-calendar').expect(401);
    await (await as('freja')).delete('/me/busy-calendar').expect(204);
    await (await as('freja')).delete('/me/busy-calendar').expect(204);
    await org.leave('gitte');
    await runSchedule(app, 'calendars.busy');
    const left = await app.inTx((tx) => tx.query('SELECT staff_id FROM busy_time UNION SELECT staff_id FROM busy_reading UNION SELECT staff_id FROM busy_calendar'));
    expect(left).toEqual([]);
    await org.comeBack('gitte');
  });

  it.each([
    ['https://ond.example/k.ics', 'host_not_allowed'], ['http://outlook.example/k.ics', 'not_https'], ['http://127.0.0.1:22/', 'host_not_allowed'], ['x', 'malformed_address'],
  ])(
    'at %s is refused as %s', async (url, code) => {
      expect((await (await as('freja')).put('/me/busy-calendar', { url }).expect(422)).body).toMatchObject({ code, errors: [{ field: 'url' }] });
    });
});
