import { chooseCalendarChannel } from '../../src/calendars/channel/calendar-channels.js';
import { calendarPart, readMessage } from '../support/mail-reader.js';
import { drainOutbox, type TestApp } from '../support/app.js';
import { type BookingBody, type BookingDesk, slotIds } from '../support/bookings.js';
import { subscribe, readFeed } from '../support/calendar.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation, StaffName } from '../support/organisation.js';
import type { SmtpSink } from '../support/smtp-sink.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;
let mailing: MailingApp;

beforeAll(async () => {
  mailing = await startMailingApp({ MAIL_FROM: 'k-moede@noerreborg.example', PUBLIC_URL: 'https://overgang.noerreborg.example' });
  ({ app, org, desk, sink } = mailing);
});
afterAll(() => mailing.stop());

const as = async (name: StaffName) => app.as(await org.token(name));

/** What each person got since the last look. */
const told = () => mailing.told();

describe('those who sit the whole day', () => {
  it('get one invitation a day when the series begins, and none for its items', async () => {
    const mails = await told();
    expect(Object.keys(mails).sort()).toEqual(['henrik', 'karla', 'sonja', 'tage']);
    for (const messages of Object.values(mails)) expect(new Set(messages)).toEqual(new Set(['REQUEST 0']));
    await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    expect(await told()).toEqual({ freja: ['REQUEST 0'] });
  });

  it('are told of a new room and of a cancelled day; who leaves the panel gets a CANCEL, who comes a REQUEST', async () => {
    const day = desk.nextDay();
    await (await as('karla')).post(`/meeting-days/${day.id}/relocation`, { room: 'Salen' }).expect(200);
    expect(await told()).toEqual({ henrik: ['REQUEST 1'], karla: ['REQUEST 1'], sonja: ['REQUEST 1'], tage: ['REQUEST 1'] });
    const panel = [{ area: 'social', staffId: org.staff.solvej, decisionPower: true }, { area: 'family', staffId: org.staff.tage, decisionPower: true }];
    await (await as('karla')).put(`/meeting-days/${day.id}/crew`, { panel }).expect(200);
    expect(await told()).toEqual({ sonja: ['CANCEL 2'], solvej: ['REQUEST 2'] });
    await (await as('karla')).post(`/meeting-days/${day.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    expect(await told()).toEqual({ henrik: ['CANCEL 3'], karla: ['CANCEL 3'], solvej: ['CANCEL 3'], tage: ['CANCEL 3'] });
  });
});

describe('an invitation', () => {
  it('is one mail to one person, with the feed’s identity, a part and a file for calendars, and nothing personal', async () => {
    const day = desk.nextDay();
    const booking = await desk.book(await desk.caseReady({}, { name: 'Sofie Kanariefugl' }), slotIds(day)[0]);
    await drainOutbox(app);
    const [mail] = sink.takeAll();
    if (mail === undefined) throw new Error('no mail came');
    expect(mail.to).toEqual([org.email('freja')]);
    const message = readMessage(mail);
    expect(message).toMatchObject({
      method: 'REQUEST', sequence: 0, status: 'CONFIRMED', location: 'Møllestuen', attendees: [org.email('freja')], organizer: 'k-moede@noerreborg.example',
      starts: new Date(booking.startsAt).toISOString().replace('.000', ''),
    });
    expect(calendarPart(mail).method).toBe('REQUEST');
    expect(mail.parsed.attachments.map(({ filename, contentType }) => [filename, contentType])).toContainEqual(['invite.ics', 'application/ics']);
    expect(mail.parsed.from?.text).toBe('k-moede@noerreborg.example');
    expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(mail.parsed.messageId).toMatch(/^<[0-9a-f]{40}@overgang\.noerreborg\.example>$/);
    expect(mail.parsed.subject).toMatch(new RegExp(`^Indkaldelse: Punkt ${booking.reference}, onsdag `));
    expect(mail.parsed.text).toContain(`https://overgang.noerreborg.example/dagsorden?date=${day.date}`);
    expect(`${mail.parsed.subject} ${mail.parsed.text} ${calendarPart(mail).text}`).not.toMatch(/Kanariefugl|Sofie|Overgang mellem|Freja|\b\d{6}-?\d{4}\b/);
    expect(calendarPart(mail).text).not.toMatch(/TZID|VTIMEZONE/);
    const feed = await readFeed(app, (await subscribe(app, org, 'freja', { scope: 'department', id: org.unit.ungeenhed })).path);
    expect(feed.map(({ uid }) => uid)).toContain(message.uid);
  });

  it('tells no room of a protected youth’s item, and takes it back when the protection comes later', async () => {
    await desk.book(await desk.caseReady({}, { protected: true }), slotIds(desk.nextDay())[0]);
    await drainOutbox(app);
    expect(sink.takeAll().map((mail) => readMessage(mail).location)).toEqual([null]);
    const youth = await desk.youth();
    await desk.book(await desk.referral(youth), slotIds(desk.nextDay())[0]);
    await drainOutbox(app);
    expect(sink.takeAll().map((mail) => readMessage(mail).location)).toEqual(['Møllestuen']);
    await (await as('freja')).patch(`/youths/${youth}`, { protected: true }).expect(200);
    await drainOutbox(app);
    expect(sink.takeAll().map(readMessage)).toMatchObject([{ method: 'REQUEST', sequence: 1, location: null }]);
  });
});

describe('the messages of an item, step by step', () => {
  let booking: BookingBody;
  const post = async (path: string, body: object) => (await as('freja')).post(`/bookings/${booking.id}${path}`, body);
  const put = async (participantIds: string[]) => (await as('freja')).put(`/bookings/${booking.id}/participants`, { participantIds });

  it('book, add, remove, move, cancel, re-book', async () => {
    const [first, second] = [desk.nextDay(), desk.nextDay()];
    const { freja, bo, jonas } = org.staff;
    booking = await desk.book(await desk.caseReady(), slotIds(first)[0], { participantIds: [freja, bo] });
    expect(await told()).toEqual({ freja: ['REQUEST 0'], bo: ['REQUEST 0'] });
    expect((await put([freja, bo, jonas])).status).toBe(200);
    expect(await told()).toEqual({ jonas: ['REQUEST 1'] });
    expect((await put([freja, jonas])).status).toBe(200);
    expect(await told()).toEqual({ bo: ['CANCEL 2'] });
    expect((await post('/rescheduling', { slotId: slotIds(second)[1] })).status).toBe(200);
    expect(await told()).toEqual({ freja: ['REQUEST 3'], jonas: ['REQUEST 3'] });
    expect((await post('/cancellation', { reason: 'Sygdom' })).status).toBe(200);
    expect(await told()).toEqual({ freja: ['CANCEL 4'], jonas: ['CANCEL 4'] });
    expect((await post('/restoration', {})).status).toBe(200);
    expect(await told()).toEqual({ freja: ['REQUEST 5'], jonas: ['REQUEST 5'] });
    await (await as('karla')).post(`/meeting-days/${second.id}/relocation`, { startsAt: '10:00' }).expect(200);
    expect(await told()).toEqual({ freja: ['REQUEST 6'], jonas: ['REQUEST 6'], henrik: ['REQUEST 1'], karla: ['REQUEST 1'], sonja: ['REQUEST 1'], tage: ['REQUEST 1'] });
    expect((await post('/youth-answer', { yes: true })).status).toBe(200);
    expect((await post('/invitation-answer', { answer: 'accepted' })).status).toBe(200);
    expect(await told()).toEqual({});
  });

  it('a professional from outside is invited by mail without a link, and told when no longer wanted', async () => {
    booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    await told();
    const body = (await post('/guests', {
      name: 'Mikkel Sandø', function: 'støtteperson', email: 'mikkel@bosted.example',
    })).body as { guests: Array<{ id: string; name: string }> };
    await drainOutbox(app);
    const [mail] = sink.takeAll();
    expect([mail?.to, mail?.parsed.text?.includes('https://')]).toEqual([['mikkel@bosted.example'], false]);
    expect((await post('/guests', { name: 'Mikkel', email: 'Mikkel@bosted.example' })).status).toBe(409);
    expect((await post('/guests', { name: 'Uden adresse' })).body).toMatchObject({ code: 'incomplete_guest' });
    const guest = body.guests.find(({ name }) => name === 'Mikkel Sandø');
    await (await as('freja')).delete(`/bookings/${booking.id}/guests/${guest?.id}`).expect(204);
    expect(await told()).toEqual({ mikkel: ['CANCEL 2'] });
  });

  it('a professional who is taken off and invited again is invited anew above all that was said, and never cancelled meanwhile', async () => {
    booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    const invite = async (email: string): Promise<string> => {
      const { guests } = (await post('/guests', { name: 'Mona Birk', email })).body as { guests: Array<{ id: string; name: string }> };
      return guests.find(({ name }) => name === 'Mona Birk')?.id ?? '';
    };
    const takeOff = async (guestId: string) => (await as('freja')).delete(`/bookings/${booking.id}/guests/${guestId}`).expect(204);
    const first = await invite('mona@bosted.example');
    expect(await told()).toMatchObject({ mona: ['REQUEST 1'] });
    await takeOff(first);
    const second = await invite('Mona@bosted.example');
    expect(await told()).toEqual({ Mona: ['REQUEST 4'] });
    await takeOff(second);
    await takeOff(await invite('mona@bosted.example'));
    expect(await told()).toEqual({ Mona: ['CANCEL 6'] });
    const third = await invite('mona@bosted.example');
    expect(await told()).toEqual({ mona: ['REQUEST 7'] });
    await takeOff(third);
    expect(await told()).toEqual({ mona: ['CANCEL 8'] });
  });

  it('what is superseded before it went out is skipped and noted, and nothing is cancelled that was never sent', async () => {
    const day = desk.nextDay();
    booking = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    await post('/rescheduling', { slotId: slotIds(day)[1] });
    expect(await told()).toEqual({ freja: ['REQUEST 1'] });
    booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0]);
    await post('/cancellation', { reason: 'Fejl' });
    expect(await told()).toEqual({});
    const rows = await app.inTx((tx) => tx.query('SELECT kind, state FROM mail_delivery WHERE subject_id = $1 ORDER BY sequence', [booking.id]));
    expect(rows).toEqual([]);
  });
});

describe('a person’s channel', () => {
  it('brings a thing by one way only, and a change within 48 hours also by mail', async () => {
    const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.gitte] });
    expect(await told()).toEqual({ gitte: ['REQUEST 0'] });
    const gitte = { kind: 'staff' as const, staffId: org.staff.gitte, name: 'Gitte', roles: [], departmentId: null, requestId: 'test' };
    await app.inTx((tx) => chooseCalendarChannel(tx, 'feed'), gitte);
    expect(await told()).toEqual({ gitte: ['CANCEL 1'] });
    await (await as('freja')).post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    expect(await told()).toEqual({});
    await (await as('freja')).post(`/bookings/${booking.id}/restoration`).expect(200);
    await app.inTx((tx) => chooseCalendarChannel(tx, 'mail'), gitte);
    expect(await told()).toEqual({ gitte: ['REQUEST 4'] });
    await app.inTx((tx) => chooseCalendarChannel(tx, 'feed'), gitte);
    await told();
    app.clock.moveTo(new Date(new Date(booking.startsAt).getTime() - 3_600_000));
    await (await as('freja')).post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    expect(await told()).toEqual({ gitte: ['Aflyst'] });
    app.clock.moveTo(null);
  });
});

describe('a series that moves', () => {
  it('tells those who sit its days of each day once, with a risen sequence and the new time', async () => {
    await told();
    const ahead = `SELECT count(*)::int AS n FROM meeting_day WHERE state = 'planned' AND to_char(starts_at AT TIME ZONE 'Europe/Copenhagen', 'HH24:MI') = '11:00'`;
    const [series] = await app.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM meeting_series'));
    await (await as('karla')).patch(`/meeting-series/${series?.id}`, { startsAt: '11:00' }).expect(200);
    await drainOutbox(app);
    const messages = sink.takeAll().map(readMessage);
    const [moved] = await app.inTx((tx) => tx.query<{ n: number }>(ahead));
    expect(moved?.n).toBeGreaterThan(3);
    for (const name of ['henrik', 'karla', 'sonja', 'tage'] as const) {
      const own = messages.filter(({ to }) => to === org.email(name));
      expect([own.length, new Set(own.map(({ uid }) => uid)).size]).toEqual([moved?.n, moved?.n]);
      expect(own.filter(({ method, sequence, starts }) => method !== 'REQUEST' || sequence < 1 || !/T(09|10):00:00Z$/.test(starts))).toEqual([]);
    }
  });
});
