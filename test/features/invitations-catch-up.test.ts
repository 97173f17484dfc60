import { chooseCalendarChannel } from '../../src/calendars/channel/calendar-channels.js';
import type { CalendarChannel } from '../../src/calendars/channel/calendar-preference.entity.js';
import { returnToMail } from '../../src/calendars/channel/return-to-mail.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { type BookingBody, BookingDesk, slotIds } from '../support/bookings.js';
import { takeByPerson } from '../support/mail-reader.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { SmtpSink } from '../support/smtp-sink.js';

/** The same installation, before it has a mail server and with one. */
let silent: TestApp;
let telling: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;
let days: DayBody[];

beforeAll(async () => {
  sink = await SmtpSink.start();
  silent = await startApp();
  telling = await startApp({ databaseUrl: silent.config.DATABASE_URL, overrides: { SMTP_URL: sink.url } });
  org = await organisation(silent);
  desk = new BookingDesk(silent, org);
  await startSeries(silent, org);
  days = await desk.openDays();
});
afterAll(async () => {
  await telling.close();
  await silent.close();
  await sink.stop();
});

/** What people are told when the look is taken. */
async function toldAfterALook(app = telling): Promise<Record<string, string[]>> {
  await drainOutbox(silent); // what happened so far is followed up without mail
  await runSchedule(app, 'invitations.catch_up');
  await drainOutbox(app);
  return takeByPerson(sink);
}

const booked = async (): Promise<BookingBody> => desk.book(await desk.caseReady(), slotIds(days.shift())[0]);

async function changed({ id }: BookingBody, path: string, body: object): Promise<void> {
  const { status } = await (await desk.as('freja')).post(`/bookings/${id}${path}`, body);
  expect([path, status < 300]).toEqual([path, true]);
}

it('nobody is told while there is no mail server; once there is, all who come are, once', async () => {
  const booking = await booked();
  expect(await toldAfterALook(silent)).toEqual({});
  const { freja, ...panel } = await toldAfterALook();
  expect(freja).toEqual(['REQUEST 0']);
  expect(Object.keys(panel).sort()).toEqual(['henrik', 'karla', 'sonja', 'tage']);
  const ahead = await silent.inTx((tx) => tx.query("SELECT 1 FROM meeting_day WHERE state IN ('planned', 'closed') AND ends_at > now()"));
  expect(Object.values(panel).map((mails) => mails.length)).toEqual([ahead.length, ahead.length, ahead.length, ahead.length]);
  expect(await toldAfterALook()).toEqual({});
  await changed(booking, '/youth-answer', { yes: true });
  expect(await toldAfterALook()).toEqual({});
});

it('what was moved, cancelled and changed without mail is told as it stands', async () => {
  const [moved, cancelled, joined, protectedLater] = [await booked(), await booked(), await booked(), await booked()];
  await toldAfterALook();
  await changed(moved, '/rescheduling', { slotId: slotIds(days.shift())[0] });
  expect(await toldAfterALook()).toEqual({ freja: ['REQUEST 1'] });
  await changed(cancelled, '/cancellation', { reason: 'Sygdom' });
  expect(await toldAfterALook()).toEqual({ freja: ['CANCEL 1'] });
  await (await desk.as('freja')).put(`/bookings/${joined.id}/participants`, { participantIds: [org.staff.freja, org.staff.bo] }).expect(200);
  expect(await toldAfterALook()).toEqual({ bo: ['REQUEST 1'] });
  await changed(joined, '/guests', { name: 'Mikkel Sandø', email: 'mikkel@bosted.example' });
  expect(await toldAfterALook()).toEqual({ mikkel: ['REQUEST 2'] });
  await changed(cancelled, '/restoration', {});
  expect(await toldAfterALook()).toEqual({ freja: ['REQUEST 2'] });
  await silent.inTx((tx) => tx.query('UPDATE youth SET protected = true WHERE id = (SELECT youth_id FROM booking WHERE id = $1)', [protectedLater.id]));
  expect(await toldAfterALook()).toEqual({ freja: ['REQUEST 1'] });
  expect(await toldAfterALook()).toEqual({});
});

it('whose meetings come by another way since no mail was sent has them there, and a standing meeting is in one calendar', async () => {
  const bo = { kind: 'staff' as const, staffId: org.staff.bo, name: 'Bo', roles: [], departmentId: null, requestId: 'test' };
  const choose = (channel: CalendarChannel) => silent.inTx((tx) => chooseCalendarChannel(tx, channel), bo);
  await choose('feed');
  const booking = await desk.book(await desk.caseReady(), slotIds(days.shift())[0], { participantIds: [org.staff.freja, org.staff.bo] });
  expect(await toldAfterALook()).toMatchObject({ freja: ['REQUEST 0'] });
  await changed(booking, '/guests', { name: 'Mikkel Sandø', email: 'mikkel@bosted.example' });
  expect(await toldAfterALook()).toEqual({ mikkel: ['REQUEST 1'] });
  await silent.inTx((tx) => returnToMail(tx, 'gone')); // Bo has no feed any more
  expect(await toldAfterALook()).toMatchObject({ bo: expect.arrayContaining(['REQUEST 1']) as string[] });
  expect(await toldAfterALook()).toEqual({});
  await choose('feed');
  expect(await toldAfterALook()).toMatchObject({ bo: expect.arrayContaining(['CANCEL 2']) as string[] });
  await choose('mail');
  expect(await toldAfterALook()).toMatchObject({ bo: expect.arrayContaining(['REQUEST 4']) as string[] });
  expect(await toldAfterALook()).toEqual({});
});
