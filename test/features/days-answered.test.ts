import { newId } from '../../src/platform/database/ids.js';
import { runSchedule, type TestApp } from '../support/app.js';
import { type BookingBody, type BookingDesk, slotIds } from '../support/bookings.js';
import { handInReply, REPLY_TOKEN, replyTo, type ReplyWish } from '../support/calendar-reply.js';
import { type ReadMessage, readMessage } from '../support/mail-reader.js';
import type { DayBody } from '../support/meeting-days.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import type { Organisation, StaffName } from '../support/organisation.js';
import type { SmtpSink } from '../support/smtp-sink.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let sink: SmtpSink;
let mailing: MailingApp;
let sent: ReadMessage[];

beforeAll(async () => {
  mailing = await startMailingApp({ MAIL_REPLY_TOKEN: REPLY_TOKEN });
  ({ app, org, desk, sink } = mailing);
  sent = sink.takeAll().map(readMessage);
});
afterAll(() => mailing.stop());

/** The chair's calendar answers the day as it was first told. */
async function chairSays(day: DayBody, partstat: string, wish: ReplyWish = {}): Promise<void> {
  const starts = new Date(day.startsAt).getTime();
  const invitation = sent.find(({ to, starts: told }) => to === org.email('henrik') && new Date(told).getTime() === starts);
  if (invitation === undefined) throw new Error('the chair was not invited');
  await handInReply(app, replyTo(invitation, { partstat, ...wish })).expect(202);
}

const bookOn = async (day: DayBody, slot: number): Promise<BookingBody> => desk.book(await desk.caseReady(), slotIds(day)[slot]);

async function answerOf(booking: BookingBody, name: StaffName): Promise<string | null | undefined> {
  const { participants } = (await (await desk.as('freja')).get(`/bookings/${booking.id}`).expect(200)).body as { participants: Array<{ staffId: string; answer: string | null }> };
  return participants.find(({ staffId }) => staffId === org.staff[name])?.answer;
}

async function isReady({ id, date }: BookingBody): Promise<boolean | undefined> {
  type Shown = { days: Array<{ items: Array<{ id: string; readiness: { decisionPower: { ready: boolean } } }> }> };
  const { days: shown } = (await (await desk.as('freja')).get(`/docket?date=${date}`).expect(200)).body as Shown;
  return shown.flatMap(({ items }) => items).find((item) => item.id === id)?.readiness.decisionPower.ready;
}

/** What the secretary is asked about the day: the kinds of the open tasks. */
async function asked(day: DayBody): Promise<string[]> {
  const { items } = (await (await desk.as('karla')).get('/tasks?limit=200').expect(200)).body as { items: Array<{ kind: string; subjectId: string }> };
  return items.filter(({ subjectId }) => subjectId === day.id).map(({ kind }) => kind);
}

const secretary = async () => desk.as('karla');

it('a day that the chair has declined is declined for what is booked on it or moved to it later', async () => {
  const [day, other] = [desk.nextDay(), desk.nextDay()];
  await chairSays(day, 'DECLINED');
  const booked = await bookOn(day, 0);
  expect(await answerOf(booked, 'henrik')).toBe('declined');
  expect(await isReady(booked)).toBe(false);
  const moved = await bookOn(other, 0);
  expect(await answerOf(moved, 'henrik')).toBeNull();
  await (await desk.as('freja')).post(`/bookings/${moved.id}/rescheduling`, { slotId: slotIds(day)[1] }).expect(200);
  expect(await answerOf(moved, 'henrik')).toBe('declined');
  await chairSays(day, 'ACCEPTED', { stamp: '20260102T100000Z' });
  expect(await answerOf(booked, 'henrik')).toBe('accepted');
  expect(await answerOf(await bookOn(day, 2), 'henrik')).toBe('accepted');
  expect(await isReady(booked)).toBe(true);
});

it('the secretary is asked until the person accepts, and once more when the person declines again; another room changes nothing', async () => {
  const day = desk.nextDay();
  const booked = await bookOn(day, 0);
  await chairSays(day, 'DECLINED');
  expect(await asked(day)).toEqual(['standing_member_declined']);
  await (await secretary()).put(`/meeting-days/${day.id}/crew`, { room: 'Salen' }).expect(200);
  await (await secretary()).post(`/meeting-days/${day.id}/relocation`, { room: 'Store sal' }).expect(200);
  expect(await asked(day)).toEqual(['standing_member_declined']);
  expect(await answerOf(booked, 'henrik')).toBe('declined');
  await chairSays(day, 'ACCEPTED', { stamp: '20260102T100000Z' });
  expect(await asked(day)).toEqual([]);
  await chairSays(day, 'DECLINED', { stamp: '20260103T100000Z' });
  expect(await asked(day)).toEqual(['standing_member_declined']);
  await chairSays(day, 'ACCEPTED', { stamp: '20260102T120000Z' });
  expect(await asked(day)).toEqual(['standing_member_declined']);
});

it('who leaves the seat takes the answer along: the day and its items are no longer declined', async () => {
  const day = desk.nextDay();
  const booked = await bookOn(day, 0);
  await chairSays(day, 'DECLINED');
  expect(await isReady(booked)).toBe(false);
  await (await secretary()).put(`/meeting-days/${day.id}/crew`, { chairId: org.staff.pia }).expect(200);
  expect(await asked(day)).toEqual([]);
  expect(await answerOf(booked, 'pia')).toBeNull();
  expect(await isReady(booked)).toBe(true);
  const { items } = (await (await desk.as('freja')).get('/tasks?limit=200').expect(200)).body as { items: Array<{ kind: string; subjectId: string }> };
  expect(items.filter(({ subjectId }) => subjectId === booked.id)).toEqual([]);
});

it('an answer on the page counts as one by mail, and an older one by mail does not overwrite it', async () => {
  const day = desk.nextDay();
  const booked = await bookOn(day, 0);
  const henrik = await desk.as('henrik');
  await henrik.post(`/meeting-days/${day.id}/invitation-answer`, { answer: 'declined' }).expect(200);
  expect(await answerOf(booked, 'henrik')).toBe('declined');
  expect(await isReady(booked)).toBe(false);
  expect(await asked(day)).toEqual(['standing_member_declined']);
  await chairSays(day, 'ACCEPTED', { stamp: '20260101T100000Z' });
  expect(await answerOf(await bookOn(day, 1), 'henrik')).toBe('declined');
  expect(await asked(day)).toEqual(['standing_member_declined']);
  await henrik.post(`/meeting-days/${day.id}/invitation-answer`, { answer: 'accepted' }).expect(200);
  expect(await answerOf(booked, 'henrik')).toBe('accepted');
  expect(await asked(day)).toEqual([]);
  const logged = await app.inTx((tx) => tx.query<{ answer: string; by: string }>(
    "SELECT detail->>'answer' AS answer, detail->>'by' AS by FROM audit_entry WHERE action = 'meeting_day.invitation_answered' AND subject_id = $1 ORDER BY at", [day.id],
  ));
  expect(logged).toEqual([{ answer: 'declined', by: 'person' }, { answer: 'accepted', by: 'person' }]);
});

it('an answer to a time that is the day’s no more is refused', async () => {
  const day = desk.nextDay();
  const henrik = await desk.as('henrik');
  const earlier = new Date(new Date(day.startsAt).getTime() - 86_400_000).toISOString();
  const answer = (startsAt: string) => henrik.post(`/meeting-days/${day.id}/invitation-answer`, { answer: 'accepted', startsAt });
  expect((await answer(earlier).expect(412)).body).toMatchObject({ code: 'changed_meanwhile' });
  await answer(day.startsAt).expect(200);
});

it('only who sits the whole day answers for it, and only while it stands', async () => {
  const day = desk.nextDay();
  await bookOn(day, 0);
  const refused = await (await desk.as('freja')).post(`/meeting-days/${day.id}/invitation-answer`, { answer: 'accepted' }).expect(403);
  expect(refused.body).toMatchObject({ code: 'not_invited' });
  await (await desk.as('henrik')).post(`/meeting-days/${newId()}/invitation-answer`, { answer: 'accepted' }).expect(404);
  const off = desk.nextDay();
  await (await secretary()).post(`/meeting-days/${off.id}/cancellation`, { reason: 'Kursus' }).expect(200);
  const late = await (await desk.as('henrik')).post(`/meeting-days/${off.id}/invitation-answer`, { answer: 'accepted' }).expect(409);
  expect(late.body).toMatchObject({ code: 'invalid_transition' });
});

it('a day that gets another time asks everybody again', async () => {
  const day = desk.nextDay();
  const booked = await bookOn(day, 0);
  await chairSays(day, 'DECLINED');
  await (await secretary()).post(`/meeting-days/${day.id}/relocation`, { startsAt: '10:00', acceptPastDeadlines: true }).expect(200);
  expect(await asked(day)).toEqual([]);
  expect(await answerOf(booked, 'henrik')).toBeNull();
  expect(await answerOf(await bookOn(day, 1), 'henrik')).toBeNull();
});

it('what is asked about a day and its items closes by itself when the day is over', async () => {
  const day = desk.nextDay();
  const booked = await bookOn(day, 0);
  await (await desk.as('henrik')).post(`/meeting-days/${day.id}/invitation-answer`, { answer: 'declined' }).expect(200);
  const open = () => app.inTx((tx) => tx.query<{ kind: string }>('SELECT kind FROM task WHERE subject_id = ANY($1::uuid[]) AND done_at IS NULL ORDER BY kind', [[day.id, booked.id]]));
  expect((await open()).map(({ kind }) => kind)).toEqual(['participant_declined', 'standing_member_declined']);
  app.clock.moveTo(new Date(new Date(day.endsAt).getTime() + 60_000));
  await runSchedule(app, 'meeting-days.close-and-hold');
  app.clock.moveTo(null);
  expect(await open()).toEqual([]);
});
