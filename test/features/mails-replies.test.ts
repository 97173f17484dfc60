import supertest from 'supertest';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { type BookingBody, type BookingDesk, slotIds } from '../support/bookings.js';
import { handInReply, REPLY_TOKEN, replyTo } from '../support/calendar-reply.js';
import { type ReadMessage, readMessage } from '../support/mail-reader.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation, StaffName } from '../support/organisation.js';
import type { SmtpSink } from '../support/smtp-sink.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;
let mailing: MailingApp;

beforeAll(async () => {
  mailing = await startMailingApp({ MAIL_REPLY_TOKEN: REPLY_TOKEN });
  ({ app, org, desk, sink } = mailing);
  sink.takeAll();
});
afterAll(() => mailing.stop());

const as = async (name: StaffName) => app.as(await org.token(name));

/** Takes the invitations that have gone out, by address. */
async function invitations(): Promise<Record<string, ReadMessage>> {
  await drainOutbox(app);
  return Object.fromEntries(sink.takeAll().map(readMessage).map((message) => [message.to, message]));
}

const handIn = (mail: string, token?: string) => handInReply(app, mail, token);

async function answerOf(booking: BookingBody, name: StaffName): Promise<string | null | undefined> {
  const { participants } = (await (await as('freja')).get(`/bookings/${booking.id}`).expect(200)).body as { participants: Array<{ staffId: string; answer: string | null }> };
  return participants.find(({ staffId }) => staffId === org.staff[name])?.answer;
}

async function answerOfGuest(booking: BookingBody): Promise<string | null | undefined> {
  const [row] = await app.inTx((tx) => tx.query<{ answer: string | null }>('SELECT answer FROM booking_guest WHERE booking_id = $1 AND email IS NOT NULL', [booking.id]));
  return row?.answer;
}

async function lightsOf(booking: BookingBody): Promise<object | undefined> {
  const { days: shown } = (await (await as('freja')).get(`/docket?date=${booking.date}`).expect(200)).body as {
    days: Array<{ items: Array<{ id: string; readiness: { decisionPower: object } }> }>
  };
  return shown.flatMap(({ items }) => items).find(({ id }) => id === booking.id)?.readiness.decisionPower;
}

async function tasks(name: StaffName): Promise<string[]> {
  const { items } = (await (await as(name)).get('/tasks').expect(200)).body as { items: Array<{ kind: string; subjectId: string }> };
  return items.map(({ kind, subjectId }) => `${kind} ${subjectId}`);
}

it('a declined answer of one who must come makes the item not ready and asks for a substitute; an accepted one takes it back', async () => {
  const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja, org.staff.solvej] });
  const sent = await invitations();
  const message = sent[org.email('solvej')];
  if (message === undefined) throw new Error('no invitation came');
  expect(await lightsOf(booking)).toMatchObject({ ready: true });
  await handIn(replyTo(message)).expect(202, '');
  expect(await answerOf(booking, 'solvej')).toBe('declined');
  expect(await lightsOf(booking)).toEqual({ ready: false, missing: ['social'] });
  expect(await tasks('freja')).toContain(`participant_declined ${booking.id}`);
  await handIn(replyTo(message, { partstat: 'TENTATIVE', stamp: '20260101T110000Z' })).expect(202);
  await handIn(replyTo(message, { partstat: 'ACCEPTED', stamp: '20260101T120000Z' })).expect(202);
  expect(await answerOf(booking, 'solvej')).toBe('accepted');
  expect(await tasks('freja')).not.toContain(`participant_declined ${booking.id}`);
  await handIn(replyTo(message, { stamp: '20260101T113000Z' })).expect(202);
  expect(await answerOf(booking, 'solvej')).toBe('accepted');
  await handIn(replyTo(message, { stamp: '20260101T130000Z' })).expect(202);
  expect(await tasks('freja')).toContain(`participant_declined ${booking.id}`);
});

it('an answer from a calendar whose clock is years ahead counts, and so does the one after it', async () => {
  const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja, org.staff.solvej] });
  const message = (await invitations())[org.email('solvej')];
  if (message === undefined) throw new Error('no invitation came');
  await handIn(replyTo(message, { stamp: '20350101T100000Z' })).expect(202);
  expect(await answerOf(booking, 'solvej')).toBe('declined');
  await handIn(replyTo(message, { partstat: 'ACCEPTED', stamp: '20340101T100000Z' })).expect(202);
  expect(await answerOf(booking, 'solvej')).toBe('accepted');
});

it('takes no answer to an earlier time, from another sender, to an unknown event or from somebody who is not invited; all get the same 202', async () => {
  const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja, org.staff.bo] });
  const before = (await invitations())[org.email('bo')];
  await (await as('freja')).post(`/bookings/${booking.id}/rescheduling`, { slotId: slotIds(desk.nextDay())[0] }).expect(200);
  const after = (await invitations())[org.email('bo')];
  if (before === undefined || after === undefined) throw new Error('no invitation came');
  const wrong = [
    replyTo(before), replyTo(after, { from: org.email('freja') }), replyTo({ ...after, uid: '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11' }),
    replyTo({ ...after, to: 'mona@andetsteds.example' }),
    replyTo(after, { sequence: after.sequence + 1 }), replyTo(after, { method: 'REQUEST' }), replyTo(after, { partstat: 'DELEGATED' }), 'From: x\r\n\r\nhej', '',
    replyTo({ ...after, uid: "x'; DROP TABLE booking; --" }),
  ];
  for (const mail of wrong) await handIn(mail === '' ? ' ' : mail).expect(202, '');
  expect(await answerOf(booking, 'bo')).toBeNull();
  await handIn(replyTo(after, { partstat: 'ACCEPTED' })).expect(202);
  expect(await answerOf(booking, 'bo')).toBe('accepted');
  await (await as('freja')).post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
  await drainOutbox(app);
  await handIn(replyTo(after, { stamp: '20260102T100000Z' })).expect(202, '');
});

it('an answer to a time that the item has left does not count, also before the new time is told', async () => {
  const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja, org.staff.bo] });
  const message = (await invitations())[org.email('bo')];
  if (message === undefined) throw new Error('no invitation came');
  const other = slotIds(desk.nextDay())[0];
  await (await as('freja')).post(`/bookings/${booking.id}/rescheduling`, { slotId: other }).expect(200);
  await handIn(replyTo(message, { partstat: 'ACCEPTED' })).expect(202);
  expect(await answerOf(booking, 'bo')).toBeNull();
  const told = (await invitations())[org.email('bo')];
  if (told === undefined) throw new Error('no invitation came');
  await handIn(replyTo(told, { partstat: 'ACCEPTED' })).expect(202);
  expect(await answerOf(booking, 'bo')).toBe('accepted');
});

it('an answer by mail that was long under way does not overrule the one on the page', async () => {
  const booking = await desk.book(await desk.caseReady(), slotIds(desk.nextDay())[0], { participantIds: [org.staff.freja, org.staff.solvej] });
  const message = (await invitations())[org.email('solvej')];
  if (message === undefined) throw new Error('no invitation came');
  await (await as('solvej')).post(`/bookings/${booking.id}/invitation-answer`, { answer: 'accepted' }).expect(200);
  await (await as('freja')).put(`/bookings/${booking.id}/participants`, { participantIds: [org.staff.freja, org.staff.solvej, org.staff.bo] }).expect(200);
  await handIn(replyTo(message, { stamp: '20260101T090000Z' })).expect(202);
  expect(await answerOf(booking, 'solvej')).toBe('accepted');
  await handIn(replyTo(message, { stamp: '20350101T090000Z' })).expect(202);
  expect(await answerOf(booking, 'solvej')).toBe('declined');
});

it('a professional from outside answers too, and one who sits the whole day answers for its items', async () => {
  const day = desk.nextDay();
  await (await as('karla')).post(`/meeting-days/${day?.id}/relocation`, { room: 'Salen' }).expect(200);
  const booking = await desk.book(await desk.caseReady(), slotIds(day)[0]);
  await (await as('freja')).post(`/bookings/${booking.id}/guests`, { name: 'Mikkel Sandø', email: 'mikkel@bosted.example' }).expect(201);
  const sent = await invitations();
  const [guest, chair] = [sent['mikkel@bosted.example'], sent[org.email('henrik')]];
  if (guest === undefined || chair === undefined) throw new Error('no invitation came');
  await handIn(replyTo(guest, { partstat: 'ACCEPTED' })).expect(202);
  expect(await answerOfGuest(booking)).toBe('accepted');
  expect((await (await as('freja')).get(`/bookings/${booking.id}`).expect(200)).body).toMatchObject({ guests: expect.arrayContaining([expect.objectContaining({ name: 'Mikkel Sandø', answer: 'accepted' })]) as unknown });
  await handIn(replyTo(chair)).expect(202);
  expect(await answerOf(booking, 'henrik')).toBe('declined');
  expect(await lightsOf(booking)).toMatchObject({ ready: false });
  expect(await tasks('karla')).toContain(`standing_member_declined ${day?.id}`);
});

it('a professional from outside has answered one time and no other: neither the one the item is moved to nor the one its day is moved to', async () => {
  const [first, second] = [desk.nextDay(), desk.nextDay()];
  const booking = await desk.book(await desk.caseReady(), slotIds(first)[0]);
  await (await as('freja')).post(`/bookings/${booking.id}/guests`, { name: 'Mikkel Sandø', email: 'mikkel@bosted.example' }).expect(201);
  await acceptAsGuest();
  expect(await answerOfGuest(booking)).toBe('accepted');
  await (await as('freja')).post(`/bookings/${booking.id}/rescheduling`, { slotId: slotIds(second)[0] }).expect(200);
  expect(await answerOfGuest(booking)).toBeNull();
  await acceptAsGuest();
  expect(await answerOfGuest(booking)).toBe('accepted');
  await (await as('karla')).post(`/meeting-days/${second?.id}/relocation`, { startsAt: '10:00', acceptPastDeadlines: true }).expect(200);
  expect(await answerOfGuest(booking)).toBeNull();
});

async function acceptAsGuest(): Promise<void> {
  const message = (await invitations())['mikkel@bosted.example'];
  if (message === undefined) throw new Error('no invitation came');
  await handIn(replyTo(message, { partstat: 'ACCEPTED' })).expect(202);
}

it('is for the gateway alone, and of a limited size', async () => {
  await handIn('From: x', 'wrong-token-of-somebody-else-0123').expect(401);
  await supertest(app.url).post('/api/v1/mail-replies').set('content-type', 'message/rfc822').send('x').expect(401);
  await supertest(app.url).post('/api/v1/mail-replies').set('authorization', `Bearer ${REPLY_TOKEN}`).send({ mail: 'x' }).expect(400);
  await handIn('x'.repeat(600_000)).expect(413);
  const closed = await startApp({ databaseUrl: app.config.DATABASE_URL });
  await supertest(closed.url).post('/api/v1/mail-replies').set('authorization', 'Bearer x').set('content-type', 'message/rfc822').send('x').expect(404);
  await closed.close();
});
