import { chooseCalendarChannel } from '../../src/calendars/channel/calendar-channels.js';
import { OutboxConsumer } from '../../src/platform/outbox/outbox-consumer.js';
import { drainOutbox, type TestApp } from '../support/app.js';
import { type BookingBody, type BookingDesk, slotIds } from '../support/bookings.js';
import { calendarPart } from '../support/mail-reader.js';
import type { DayBody } from '../support/meeting-days.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation } from '../support/organisation.js';
import { endPauses, handleKinds, handleOnce } from '../support/outbox.js';
import type { SmtpSink, SunkMail } from '../support/smtp-sink.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;
let mailing: MailingApp;
/** The days on which nothing stands yet, in order. */
let days: DayBody[];

beforeAll(async () => {
  mailing = await startMailingApp();
  ({ app, org, desk, sink } = mailing);
  days = await desk.openDays();
});
afterAll(() => mailing.stop());
beforeEach(() => choose('feed'));
afterEach(() => app.clock.moveTo(null));

const choose = (channel: 'feed' | 'mail') => app.inTx(
  (tx) => chooseCalendarChannel(tx, channel), { kind: 'staff', staffId: org.staff.jonas, name: 'Jonas', roles: [], departmentId: null, requestId: 'test' });
const change = async ({ id }: BookingBody, path: string, body: object) => (await desk.as('freja')).post(`/bookings/${id}${path}`, body).expect(200);
const cancel = (booking: BookingBody) => change(booking, '/cancellation', { reason: 'Sygdom' });
const changeRoom = async ({ meetingDayId }: BookingBody, room: string) => (await desk.as('karla')).post(`/meeting-days/${meetingDayId}/relocation`, { room }).expect(200);
const moveTo = (booking: BookingBody, day: DayBody | undefined) => change(booking, '/rescheduling', { slotId: slotIds(day)[0] });

/** An item within 48 hours, which Jonas knows from his feed; so many days after it are free. */
async function soon(free = 0): Promise<{ booking: BookingBody; later: DayBody[] }> {
  const [day, ...later] = days.splice(0, 1 + free);
  const booking = await desk.book(await desk.caseReady(), slotIds(day)[0], { participantIds: [org.staff.jonas] });
  await drainOutbox(app);
  sink.takeAll();
  app.clock.moveTo(new Date(new Date(booking.startsAt).getTime() - 30 * 3_600_000));
  return { booking, later };
}

/** What follows from what happened so far is planned; no mail is sent. */
const planned = () => handleKinds(app, 'booking.changed', 'meeting_day.changed', 'calendars.channel_chosen');

/** All mails are tried, also those that failed before, and Jonas gets these. */
async function tried(mode: SmtpSink['mode'] = '250'): Promise<SunkMail[]> {
  sink.mode = mode;
  await planned();
  await endPauses(app);
  await handleOnce(app);
  return sink.takeAll().filter(({ to }) => to.includes(org.email('jonas')));
}

const headings = (mails: readonly SunkMail[]) => mails.map((mail) => calendarPart(mail).method ?? mail.parsed.subject?.split(':')[0]);

/** What is to tell Jonas of it at short notice. */
const noticesOf = ({ id }: BookingBody) => app.inTx((tx) => tx.query<{ message: string; state: string }>(
  `SELECT message.id AS message, mail.state FROM mail_delivery mail JOIN outbox_message message ON message.payload ->> 'deliveryId' = mail.id::text
   WHERE mail.kind = 'short_notice' AND mail.subject_id = $1 ORDER BY mail.sequence`, [id]));

it('an older notice that the mail server put off never comes after a later one', async () => {
  const { booking } = await soon();
  await changeRoom(booking, 'Salen');
  expect(await tried('451')).toEqual([]);
  await cancel(booking);
  sink.mode = '250';
  await planned();
  await handleOnce(app); // the older one is in its pause
  expect(headings(await tried())).toEqual(['Aflyst']);
  expect((await noticesOf(booking)).map(({ state }) => state)).toEqual(['superseded', 'sent']);
});

it('a notice that was put off tells the last word, also of a change that has no notice of its own', async () => {
  const { booking, later: [second, third] } = await soon(2);
  await moveTo(booking, second);
  await tried('451');
  await moveTo(booking, third);
  const mails = await tried();
  expect(headings(mails)).toEqual(['Ændret']);
  expect(mails[0]?.parsed.text).toContain(`/dagsorden?date=${third?.date}`);
});

it('a far move that is cancelled before it was told takes back the meeting that the person knows', async () => {
  const { booking, later: [second] } = await soon(1);
  await moveTo(booking, second);
  await tried('451');
  await cancel(booking);
  const mails = await tried();
  expect(headings(mails)).toEqual(['Aflyst']);
  expect(mails[0]?.parsed.text).toContain(`/dagsorden?date=${booking.date}`);
});

it('a later notice does not pass one that is under way', async () => {
  const { booking } = await soon();
  await changeRoom(booking, 'Salen');
  await tried('451');
  await endPauses(app);
  sink.mode = 'hold';
  const [first] = await noticesOf(booking);
  const underWay = app.get(OutboxConsumer).process(first?.message ?? '');
  while (sink.mails.length === 0) await new Promise((next) => setTimeout(next, 20));
  sink.mode = '250';
  await cancel(booking);
  await planned();
  await handleOnce(app);
  expect(headings(sink.to(org.email('jonas')))).toEqual(['Ændret']);
  sink.release();
  await underWay;
  expect(headings(await tried())).toEqual(['Ændret', 'Aflyst']);
});

it('nothing is told at short notice that an invitation by mail tells', async () => {
  const { booking } = await soon();
  await changeRoom(booking, 'Salen');
  await tried('451');
  await choose('mail');
  expect(headings(await tried())).toEqual(['REQUEST']);
  expect(await noticesOf(booking)).toMatchObject([{ state: 'superseded' }]);
});
