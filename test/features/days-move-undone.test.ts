import { addDays, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import type { Role } from '../../src/platform/database/actor.js';
import type { DomainError } from '../../src/platform/errors/domain-error.js';
import { undoMove, UNDO_MOVE_WITHIN_MS } from '../../src/meetings/days/undo-move.js';
import { raiseTask } from '../../src/tasks/raise-task.js';
import { runSchedule, type TestApp } from '../support/app.js';
import { type BookingBody, type BookingDesk, slotIds } from '../support/bookings.js';
import type { DayBody } from '../support/meeting-days.js';
import { type MailingApp, startMailingApp } from '../support/mailing-app.js';
import { brokenOccupancy, OCCUPANCY_IN_ORDER } from '../support/occupancy.js';
import type { Organisation } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let mailing: MailingApp;

beforeAll(async () => {
  mailing = await startMailingApp();
  ({ app, org, desk } = mailing);
  await mailing.told();
});
afterAll(() => mailing.stop());
afterEach(async () => {
  app.clock.moveTo(null);
  expect(await brokenOccupancy(app)).toEqual(OCCUPANCY_IN_ORDER);
});

const next = (day: DayBody): CalendarDate => addDays(day.date as CalendarDate, 1);
const move = async (day: DayBody, over: object = {}): Promise<void> => {
  await (await desk.as('karla')).post(`/meeting-days/${day.id}/relocation`, { date: next(day), reason: 'Kursus', acceptPastDeadlines: true, ...over }).expect(200);
};
const ROLES = { karla: 'meeting_secretary', henrik: 'chair', freja: 'caseworker' } as const satisfies Record<string, Role>;
const undo = (day: DayBody, by: keyof typeof ROLES = 'karla'): Promise<string> => app.inTx(
  (tx) => undoMove(tx, day.id), { kind: 'staff', staffId: org.staff[by], name: by, roles: [ROLES[by]], departmentId: null, requestId: 'test' },
);
const refusalOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: DomainError) => error.code);

type Row = { date: string; startsAt: Date; closesOn: string; settled: boolean; reason: string | null; revision: number };
const dayRow = async ({ id }: DayBody): Promise<Row | undefined> => (await app.inTx((tx) => tx.query<Row>(
  'SELECT date::text, starts_at AS "startsAt", closes_on::text AS "closesOn", settled_by_hand AS settled, reason, revision FROM meeting_day WHERE id = $1', [id],
)))[0];
const booking = async ({ id }: BookingBody): Promise<BookingBody> => (await (await desk.as('freja')).get(`/bookings/${id}`).expect(200)).body as BookingBody;
const asked = async (kind: string, subjectId: string): Promise<number> => (await app.inTx((tx) => tx.query('SELECT 1 FROM task WHERE kind = $1 AND subject_id = $2 AND done_at IS NULL', [kind, subjectId]))).length;

it('lays day and items back as they were, with the answers, the tasks and the series, and tells everybody anew', async () => {
  const day = desk.nextDay();
  const item = await desk.book(await desk.caseReady(), slotIds(day)[1]);
  await (await desk.as('freja')).post(`/bookings/${item.id}/youth-answer`, { yes: true, note: 'Gerne med kage' }).expect(200);
  await (await desk.as('freja')).post(`/bookings/${item.id}/invitation-answer`, { answer: 'accepted' }).expect(200);
  await (await desk.as('henrik')).post(`/meeting-days/${day.id}/invitation-answer`, { answer: 'declined' }).expect(200);
  const before = { day: await dayRow(day), item: await booking(item) };
  await mailing.told();
  await move(day);
  expect((await booking(item)).youthAnswer).toBeNull();
  expect(await asked('standing_member_declined', day.id)).toBe(0);
  expect(await mailing.told()).toMatchObject({ henrik: ['REQUEST 1'], freja: ['REQUEST 1'] });
  expect(await undo(day)).toBe(day.date);
  expect(await dayRow(day)).toEqual({ ...before.day, revision: 2 });
  expect(await booking(item)).toEqual({ ...before.item, revision: before.item.revision + 2, changedAt: expect.any(String) as string });
  expect(await asked('standing_member_declined', day.id)).toBe(1);
  expect(await asked('participant_declined', item.id)).toBe(1);
  expect(await mailing.told()).toMatchObject({ henrik: ['REQUEST 2'], freja: ['REQUEST 2'] });
  expect(await refusalOf(undo(day))).toBe('too_late_to_undo');
});

it('tells nobody anything when nobody has been told of the move yet, and what was asked about the old date is asked again', async () => {
  const day = desk.nextDay();
  await mailing.told();
  await app.inTx((tx) => raiseTask(tx, { kind: 'closed_day_on_meeting', assigneeRole: 'meeting_secretary', subjectType: 'meeting_day', subjectId: day.id, dedupKey: `closed:${day.id}` }));
  await move(day);
  expect(await asked('closed_day_on_meeting', day.id)).toBe(0);
  await undo(day);
  expect(await asked('closed_day_on_meeting', day.id)).toBe(1);
  expect(await mailing.told()).toEqual({});
});

it('is for who moved it, soon, and forgotten after that', async () => {
  const day = desk.nextDay();
  await move(day, { room: 'Salen' });
  expect(await refusalOf(undo(day, 'henrik'))).toBe('not_your_move');
  expect(await refusalOf(undo(day, 'freja'))).toBe('not_your_meeting');
  app.clock.moveTo(new Date(Date.now() + UNDO_MOVE_WITHIN_MS + 1_000));
  expect(await refusalOf(undo(day))).toBe('too_late_to_undo');
  await runSchedule(app, 'meeting-days.close-and-hold');
  expect(await app.inTx((tx) => tx.query('SELECT 1 FROM meeting_day_move WHERE meeting_day_id = $1', [day.id]))).toEqual([]);
  expect((await dayRow(day))?.date).toBe(next(day));
});

it('is refused when anything else has happened on the day since', async () => {
  const since: Array<(day: DayBody, item: BookingBody) => Promise<unknown>> = [
    async (day) => desk.book(await desk.caseReady(), slotIds(day)[2]),
    async (_, item) => (await desk.as('freja')).post(`/bookings/${item.id}/youth-answer`, { yes: true }).expect(200),
    async (day) => (await desk.as('henrik')).post(`/meeting-days/${day.id}/invitation-answer`, { answer: 'accepted' }).expect(200),
    async (day) => (await desk.as('karla')).put(`/meeting-days/${day.id}/crew`, { room: 'Salen' }).expect(200),
    async (_, item) => (await desk.as('freja')).post(`/bookings/${item.id}/cancellation`, { reason: 'Rejst' }).expect(200),
  ];
  for (const happens of since) {
    const day = desk.nextDay();
    const item = await desk.book(await desk.caseReady(), slotIds(day)[0]);
    await move(day);
    await happens(day, item);
    const moved = await dayRow(day);
    expect(await refusalOf(undo(day))).toBe('changed_meanwhile');
    expect(await dayRow(day)).toEqual(moved);
  }
});

it('is refused when somebody who must come is taken or away on the old date, and when items lost their place', async () => {
  const [taken, away, lost] = [desk.nextDay(), desk.nextDay(), desk.nextDay()];
  await move(taken);
  const other = { date: taken.date, startsAt: '09:00', chairId: org.staff.henrik, minuteTakerId: org.staff.pia, slots: [{ kind: 'slot', minutes: 40 }] };
  await (await desk.as('karla')).post('/meeting-days', other).expect(201);
  await expect(undo(taken)).rejects.toMatchObject({ code: 'participant_busy', errors: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining('Henrik Aabling er optaget') as string })]) as unknown });
  await move(away);
  await (await desk.as('sonja')).post(`/staff/${org.staff.sonja}/absences`, { startsOn: away.date, endsOn: away.date }).expect(201);
  await expect(undo(away)).rejects.toMatchObject({ code: 'participant_busy', errors: [{ message: expect.stringContaining('Sonja Vinterberg kan ikke') as string }] });
  const item = await desk.book(await desk.caseReady(), slotIds(lost)[0]);
  await move(lost, { unplace: [item.id] });
  expect(await refusalOf(undo(lost))).toBe('items_unplaced');
});
