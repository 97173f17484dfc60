import { chooseCalendarChannel } from '../../src/calendars/channel/calendar-channels.js';
import { drainOutbox, type TestApp } from '../support/app.js';
import { type BookingBody, type BookingDesk, slotIds } from '../support/bookings.js';
import { calendarPart, readMessage } from '../support/mail-reader.js';
import type { DayBody } from '../support/meeting-days.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation, StaffName } from '../support/organisation.js';
import { handleKinds } from '../support/outbox.js';
import type { SmtpSink, SunkMail } from '../support/smtp-sink.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;
let mailing: MailingApp;

beforeAll(async () => {
  mailing = await startMailingApp();
  ({ app, org, desk, sink } = mailing);
});
afterAll(() => mailing.stop());
afterEach(() => app.clock.moveTo(null));

const as = async (name: StaffName) => app.as(await org.token(name));
const choose = (channel: 'feed' | 'mail') => app.inTx(
  (tx) => chooseCalendarChannel(tx, channel), { kind: 'staff', staffId: org.staff.jonas, name: 'Jonas', roles: [], departmentId: null, requestId: 'test' });

/** The mails that Jonas gets now. */
async function mails(): Promise<SunkMail[]> {
  await drainOutbox(app);
  return sink.takeAll().filter(({ to }) => to.includes(org.email('jonas')));
}
/** What those mails say first: the heading of the subject and the first line. */
const words = async () => (await mails()).map(({ parsed: { subject, text } }) => [subject?.split(':')[0], text?.split('\n')[0]]);

async function booked(day: DayBody | undefined, ...people: readonly StaffName[]): Promise<BookingBody> {
  return desk.book(await desk.caseReady(), slotIds(day)[0], { participantIds: people.map((name) => org.staff[name]) });
}
const change = async ({ id }: BookingBody, path: string, body: object) => (await as('freja')).post(`/bookings/${id}${path}`, body).expect(200);

const INVITED = ['Indkaldelse', 'Du er indkaldt til et møde.'];
const CHANGED = ['Ændret', 'Tid eller sted er ændret.'];
const CANCELLED = ['Aflyst', 'Mødet er aflyst, eller du skal ikke længere med.'];

describe('the words of a mail are true', () => {
  it('a change, a cancellation and a new invitation are called that', async () => {
    const [first, second] = [desk.nextDay(), desk.nextDay()];
    const booking = await booked(first, 'jonas');
    expect(await words()).toEqual([INVITED]);
    await change(booking, '/rescheduling', { slotId: slotIds(second)[0] });
    expect(await words()).toEqual([CHANGED]);
    await change(booking, '/cancellation', { reason: 'Sygdom' });
    expect(await words()).toEqual([CANCELLED]);
    await change(booking, '/restoration', {});
    expect(await words()).toEqual([INVITED]);
  });

  it('a cancellation taken back before it went out is no change of time or place', async () => {
    const booking = await booked(desk.nextDay(), 'jonas');
    await mails();
    await change(booking, '/cancellation', { reason: 'Fejl' });
    await handleKinds(app, 'booking.changed');
    await change(booking, '/restoration', {});
    await handleKinds(app, 'booking.changed');
    expect(await words()).toEqual([INVITED]);
  });

  it('another way to the calendar takes the invitation out of it, and the mail says that the meeting stands, and when', async () => {
    await choose('mail');
    await mails();
    const [first, second] = [desk.nextDay(), desk.nextDay()];
    const booking = await booked(first, 'jonas');
    await mails();
    await choose('feed');
    await handleKinds(app, 'calendars.channel_chosen');
    await change(booking, '/rescheduling', { slotId: slotIds(second)[0] });
    await handleKinds(app, 'booking.changed');
    const mail = (await mails()).find(({ parsed }) => parsed.subject?.includes(booking.reference));
    if (mail === undefined) throw new Error('no mail came');
    expect(readMessage(mail)).toMatchObject({ method: 'CANCEL', starts: new Date(booking.startsAt).toISOString().replace('.000', '') });
    expect(mail.parsed.text).toMatch(/^Mødet står fast\. Du får det fra nu af i din kalender på anden vis/);
    expect(mail.parsed.text).toContain(`/dagsorden?date=${second?.date}`);
    expect(`${mail.parsed.subject} ${mail.parsed.text}`).not.toMatch(/aflyst|ikke længere|Svar med/i);
  });

  it('what a feed’s reader first hears of a close meeting is an invitation, and only what differs from that a change', async () => {
    await choose('feed');
    const day = desk.nextDay();
    const booking = await booked(day, 'freja');
    await mails();
    app.clock.moveTo(new Date(new Date(booking.startsAt).getTime() - 30 * 3_600_000));
    await (await as('freja')).put(`/bookings/${booking.id}/participants`, { participantIds: [org.staff.freja, org.staff.jonas] }).expect(200);
    const [notice] = await mails();
    if (notice === undefined) throw new Error('no mail came');
    expect([notice.parsed.subject?.split(':')[0], calendarPart(notice).method]).toEqual(['Indkaldelse', null]);
    expect(notice.parsed.text).toContain('Din kalender henter selv mødet');
    expect(notice.parsed.text).not.toMatch(/ændr/i);
    await (await as('karla')).post(`/meeting-days/${day?.id}/relocation`, { room: 'Salen' }).expect(200);
    expect(await words()).toEqual([CHANGED]);
    await change(booking, '/cancellation', { reason: 'Sygdom' });
    expect(await words()).toEqual([CANCELLED]);
  });
});
