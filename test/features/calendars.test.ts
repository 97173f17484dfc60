import { addDays, type CalendarDate, isoWeek, mondayOf } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp, drainOutbox } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { fetchFeed, readFeed, subscribe } from '../support/calendar.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { turns } from '../support/youth-builder.js';

const UNKNOWN = '01890000-0000-7000-8000-00000000dead';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let seriesId: string;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  seriesId = await startSeries(app, org);
  await desk.takeUpDays();
});
afterAll(() => app.close());
afterEach(() => app.clock.moveTo(null));

const as = async (name: StaffName) => app.as(await org.token(name));
const utc = (instant: string) => new Date(instant).toISOString().replace('.000Z', 'Z');

async function identity(table: 'meeting_day' | 'booking' | 'deadline', id: string): Promise<{ uid: string; reference: string; revision: number }> {
  const [row] = await app.inTx((tx) => tx.query<{ uid: string; reference: string; revision: number }>(`SELECT uid, reference, revision FROM ${table} WHERE id = $1`, [id]));
  if (row === undefined) throw new Error(`no ${table}`);
  return row;
}

/** The event of a row in a feed, or undefined. */
async function eventOf(path: string, uid: string) {
  return (await readFeed(app, path)).find((event) => event.uid === uid);
}

describe('my calendar', () => {
  it('holds the days I stand on', async () => {
    const day = desk.nextDay();
    const { uid } = await identity('meeting_day', day.id);
    for (const name of ['henrik', 'karla', 'sonja'] as const) {
      const { path } = await subscribe(app, org, name);
      expect(await eventOf(path, uid)).toMatchObject({ summary: 'K-møde', starts: utc(day.startsAt), location: 'Møllestuen', sequence: 0, status: 'CONFIRMED' });
    }
    expect(await readFeed(app, (await subscribe(app, org, 'jonas')).path)).toEqual([]);
  });

  it('holds the items I come to by their reference, follows a move, and keeps what is cancelled for 30 days', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    const { uid, reference } = await identity('booking', booking.id);
    const { path } = await subscribe(app, org, 'freja');
    const target = desk.nextDay();
    expect(await eventOf(path, uid)).toMatchObject({ summary: `Punkt ${reference}`, starts: utc(booking.startsAt), sequence: 0, location: 'Møllestuen' });
    await (await as('freja')).post(`/bookings/${booking.id}/rescheduling`, { slotId: slotIds(target)[1] }).expect(200);
    expect(await eventOf(path, uid)).toMatchObject({ starts: utc(target.slots[1]?.startsAt ?? ''), sequence: 1, status: 'CONFIRMED' });
    await (await as('freja')).post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    expect(await eventOf(path, uid)).toMatchObject({ sequence: 2, status: 'CANCELLED' });
    app.clock.moveTo(new Date(Date.now() + 31 * 86_400_000));
    expect(await eventOf(path, uid)).toBeUndefined();
  });

  it('tells no room of an item about a youth who is protected', async () => {
    const booking = await desk.book(await desk.caseReady({}, { name: 'Zahra Holmstrøm', protected: true }), slotIds(desk.nextDay())[0]);
    const { uid, reference } = await identity('booking', booking.id);
    const { path } = await subscribe(app, org, 'freja');
    expect(await eventOf(path, uid)).toMatchObject({ summary: `Punkt ${reference}`, location: null });
  });

  it('holds the deadlines of those I coordinate, with neither rule nor name', async () => {
    const youth = await desk.youth({ born: turns(18, 60), measure: { act: 'barnets lov', section: '§ 32', from: '2024-01-01' } });
    await drainOutbox(app);
    const [deadline] = await app.inTx((tx) => tx.query<{ id: string; on: string }>(
      `SELECT id, due_on::text AS on FROM deadline WHERE youth_id = $1 AND state = 'open' AND due_on > CURRENT_DATE ORDER BY due_on LIMIT 1`, [youth]));
    const { uid, reference } = await identity('deadline', deadline?.id ?? '');
    expect(await eventOf((await subscribe(app, org, 'freja')).path, uid)).toMatchObject({ summary: `Frist ${reference}`, starts: deadline?.on, location: null });
    expect(await eventOf((await subscribe(app, org, 'gitte')).path, uid)).toBeUndefined();
  });
});

describe('a department’s calendar', () => {
  it('shows every K-møde, the items its people come to, and sums of deadlines on Mondays', async () => {
    const day = desk.nextDay();
    const born = turns(18, 45);
    const booking = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    await desk.youth({ born, unit: 'ppr', coordinator: 'pia', measure: { act: 'barnets lov', section: '§ 32', from: '2024-01-01', unit: 'ppr' } });
    const { path } = await subscribe(app, org, 'pia', { scope: 'department', id: org.unit.ppr });
    const events = await readFeed(app, path);
    expect(events.map((event) => event.uid)).toContain((await identity('meeting_day', day.id)).uid);
    expect(events.map((event) => event.uid)).not.toContain((await identity('booking', booking.id)).uid);
    const sums = events.filter((event) => /i uge/.test(event.summary));
    expect(sums.length).toBeGreaterThan(0);
    for (const sum of sums) {
      const monday = sum.starts as CalendarDate;
      const due = await app.inTx((tx) => tx.query(
        `SELECT 1 FROM deadline JOIN youth ON youth.id = youth_id WHERE department_id = $1 AND state = 'open' AND due_on BETWEEN $2 AND $3`,
        [org.unit.ppr, monday, addDays(monday, 6)]));
      expect([mondayOf(monday), sum.summary]).toEqual([monday, `${due.length} ${due.length === 1 ? 'frist' : 'frister'} i uge ${isoWeek(monday).week}`]);
    }
    const again = await readFeed(app, path);
    expect(again).toEqual(events);
    const social = await readFeed(app, (await subscribe(app, org, 'solvej', { scope: 'department', id: org.unit.social })).path);
    expect(social.map((event) => event.uid)).toContain((await identity('booking', booking.id)).uid);
  });

  it('is one’s own department’s only, also after a change of department', async () => {
    await (await as('pia')).post('/feeds', { scope: 'department', id: org.unit.social }).expect(403);
    await (await as('pia')).post('/feeds', { scope: 'department', id: UNKNOWN }).expect(404);
    await (await as('pia')).post('/feeds', { scope: 'department' }).expect(400);
    const { path } = await subscribe(app, org, 'gitte', { scope: 'department', id: org.unit.ungeenhed });
    expect((await readFeed(app, path)).length).toBeGreaterThan(0);
    await app.inTx((tx) => tx.query('UPDATE staff_member SET department_id = $2 WHERE id = $1', [org.staff.gitte, org.unit.handicap]));
    expect(await readFeed(app, path)).toEqual([]);
    await app.inTx((tx) => tx.query('UPDATE staff_member SET department_id = $2 WHERE id = $1', [org.staff.gitte, org.unit.ungeenhed]));
  });
});

describe('a series’ calendar', () => {
  it('shows its days with how many items each has', async () => {
    const day = desk.nextDay();
    const { uid } = await identity('meeting_day', day.id);
    const { path } = await subscribe(app, org, 'jonas', { scope: 'series', id: seriesId });
    expect(await eventOf(path, uid)).toMatchObject({ summary: 'K-møde, 0 punkter' });
    const before = (await fetchFeed(app, path)).headers['etag'];
    await desk.book(await desk.caseReady(), slotIds(day)[0]);
    expect(await eventOf(path, uid)).toMatchObject({ summary: 'K-møde, 1 punkt', sequence: 0 });
    expect((await fetchFeed(app, path)).headers['etag']).not.toBe(before);
    await (await as('karla')).post(`/meeting-days/${day.id}/relocation`, { date: addDays(day.date as CalendarDate, 1) }).expect(200);
    expect(await eventOf(path, uid)).toMatchObject({ sequence: 1, starts: utc(new Date(Date.parse(day.startsAt) + 86_400_000).toISOString()) });
    await (await as('jonas')).post('/feeds', { scope: 'series', id: UNKNOWN }).expect(404);
  });
});

describe('every calendar', () => {
  it('holds nothing personal: no name, number, rule, type, reason or purpose', async () => {
    const youth = { name: 'Signe Kanariefugl', born: turns(18, 40), measure: { act: 'barnets lov', section: '§ 32', from: '2024-01-01', title: 'Kanariepleje' } };
    await desk.book(
      await desk.caseReady({ type: 'sparring', purpose: 'spar', reason: 'Kanariegrund', withoutYouth: { reason: 'target_group_clarification', note: 'Kanarienote' } }, youth),
      slotIds(desk.nextDay())[0],
    );
    await drainOutbox(app);
    const wishes: [StaffName, object][] = [
      ['freja', { scope: 'mine' }], ['henrik', { scope: 'mine' }], ['tage', { scope: 'department', id: org.unit.ungeenhed }], ['jonas', { scope: 'series', id: seriesId }],
    ];
    for (const [name, wish] of wishes) {
      const { path } = await subscribe(app, org, name, wish);
      const text = (await fetchFeed(app, path).expect(200)).text.replaceAll('\r\n ', '');
      expect(text).toContain('BEGIN:VEVENT');
      expect(text).not.toMatch(/Kanarie|Signe|Holmgaard|Aabling|Birkholt|§|\bR\d\d\b(?!-)|sparring|coordinat|@|\b\d{6}-?\d{4}\b/i);
      expect(text).not.toMatch(/ATTENDEE|ORGANIZER|DESCRIPTION|TZID|URL/);
      const texts = text.split('\r\n').filter((line) => /^(SUMMARY|LOCATION):/.test(line));
      expect(
        texts.filter((line) => !/^(SUMMARY:(K-møde|Punkt [A-Z0-9-]{9}|Frist [A-Z0-9-]{9}|K-møde\\, \d punkt(er)?|\d+ frist(er)? i uge \d+)|LOCATION:Møllestuen)$/.test(line)),
      ).toEqual([]);
    }
  });
});

describe('fetching', () => {
  it('answers with the headers that calendars and search engines need', async () => {
    const { path } = await subscribe(app, org, 'henrik');
    const answer = await fetchFeed(app, path).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer',
      etag: expect.stringMatching(/^"[\w-]{27}"$/) as unknown,
    });
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('says 304 with nothing until something changes, and the same tag for the same content', async () => {
    const { path } = await subscribe(app, org, 'henrik');
    const first = await fetchFeed(app, path).expect(200);
    const etag = String(first.headers['etag']);
    const second = await fetchFeed(app, path, etag).expect(304);
    expect([second.text, second.headers['etag'], second.headers['cache-control']]).toEqual(['', etag, 'private, no-cache']);
    await fetchFeed(app, path, `"anden", W/${etag}`).expect(304);
    expect((await fetchFeed(app, path).expect(200)).text).toBe(first.text);
    await (await as('karla')).post(`/meeting-days/${desk.nextDay().id}/closure`).expect(200);
    const changed = await fetchFeed(app, path, etag).expect(200);
    expect(changed.headers['etag']).not.toBe(etag);
    expect(changed.text).not.toBe(first.text);
  });

  it('has another tag when a cancelled day ages out, though no row has changed', async () => {
    const day = desk.nextDay();
    const { uid } = await identity('meeting_day', day.id);
    const { path } = await subscribe(app, org, 'henrik', { scope: 'series', id: seriesId });
    await (await as('karla')).post(`/meeting-days/${day.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    expect(await eventOf(path, uid)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    app.clock.moveTo(new Date(Date.now() + 29 * 86_400_000));
    const kept = String((await fetchFeed(app, path).expect(200)).headers['etag']);
    await fetchFeed(app, path, kept).expect(304);
    app.clock.moveTo(new Date(Date.now() + 31 * 86_400_000));
    const aged = await fetchFeed(app, path, kept).expect(200);
    expect(aged.text).not.toContain(uid);
  });

  it('notes the last fetch and the program, at most once an hour', async () => {
    const { id, path } = await subscribe(app, org, 'karla');
    const line = async () => ((await (await as('karla')).get('/feeds').expect(200)).body as { items: { id: string; lastFetchedAt: string | null; lastAgent: string | null }[] })
      .items.find((each) => each.id === id);
    expect(await line()).toMatchObject({ lastFetchedAt: null, lastAgent: null });
    await fetchFeed(app, path).expect(200);
    const first = await line();
    expect(first).toMatchObject({ lastFetchedAt: expect.any(String) as unknown, lastAgent: 'Kalender/1.0' });
    await fetchFeed(app, path).set('user-agent', 'Anden/2.0').expect(200);
    expect(await line()).toEqual(first);
  });
});
