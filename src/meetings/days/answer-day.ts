import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { raiseTask, settleTasks } from '../../tasks/raise-task.js';
import { answerForStaff } from '../bookings/answer-invitation.js';
import { requireAnsweredTime } from '../bookings/answered-time.js';
import type { ParticipantAnswer } from '../bookings/booking-participant.entity.js';
import { type GivenAnswer, isOlder } from '../bookings/given-answer.js';
import { lockResources } from '../occupancy/occupancy.js';
import { DayAnswer } from './day-answer.entity.js';
import { MeetingDay } from './meeting-day.entity.js';
import { SITS } from './sitters.js';

const SITTING = `SELECT 1 FROM meeting_day day WHERE day.id = $1 AND ${SITS('$2::uuid')}`;
const OWN_ITEMS = `
  SELECT item.id FROM booking item JOIN booking_participant part ON part.booking_id = item.id AND part.staff_id = $2 AND part.standing
  WHERE item.meeting_day_id = $1 AND item.state = 'booked' ORDER BY item.id`;
const FORGET_LEAVERS = `
  DELETE FROM meeting_day_answer given USING meeting_day day WHERE given.meeting_day_id = $1 AND day.id = $1 AND NOT ${SITS('given.staff_id')}`;

/**
 * Somebody who sits the whole day answers its invitation; the answer may change until the day is over.
 * @param startsAt the beginning that the answer is to; undefined where the caller does not tell
 * @throws DomainError not_found; forbidden `not_invited`; conflict `invalid_transition`; precondition `changed_meanwhile`
 */
export async function answerDay(tx: Tx, id: string, answer: ParticipantAnswer, startsAt: string | undefined): Promise<void> {
  const staffId = staffIdOf(tx.actor);
  await tx.find(MeetingDay, id);
  await lockResources(tx, [id]);
  const day = await tx.lock(MeetingDay, id);
  day.assertStands();
  requireAnsweredTime(day, startsAt);
  if (!(await sits(tx, id, staffId))) throw forbidden('not_invited', 'Du er ikke indkaldt til hele dagen og kan derfor ikke svare for den.');
  await takeAnswer(tx, day, staffId, { answer, givenAt: tx.now, by: 'person' });
}

/**
 * An answer to a day that came by mail, as if given on the page. The caller holds the day's docket. Returns false when it has no
 * effect: the day does not stand, the person does not sit, or has answered anew since.
 */
export async function answerForDay(tx: Tx, meetingDayId: string, staffId: string, given: GivenAnswer): Promise<boolean> {
  const day = await tx.lock(MeetingDay, meetingDayId);
  return day.stands && (await sits(tx, meetingDayId, staffId)) && (await takeAnswer(tx, day, staffId, given));
}

async function sits(tx: Tx, meetingDayId: string, staffId: string): Promise<boolean> {
  return (await tx.query(SITTING, [meetingDayId, staffId], 'day-sitting')).length > 0;
}

/**
 * Lets the answer count for the day's items, those that come on it later included. Who declines leaves a place for which the
 * secretary finds a substitute. Returns false when the person has answered anew since.
 */
async function takeAnswer(tx: Tx, day: MeetingDay, staffId: string, given: GivenAnswer): Promise<boolean> {
  const meetingDayId = day.id;
  const known = await tx.manager.findOneBy(DayAnswer, { meetingDayId, staffId });
  if (known !== null && isOlder(given, known)) return false;
  const before = known?.answer ?? null;
  await tx.save(Object.assign(known ?? new DayAnswer(), { meetingDayId, staffId, answer: given.answer, answeredAt: given.givenAt }));
  tx.audit('meeting_day.invitation_answered', { type: 'meeting_day', id: meetingDayId, detail: { answer: given.answer, staffId, by: given.by } });
  for (const { id } of await tx.query<{ id: string }>(OWN_ITEMS, [meetingDayId, staffId], 'day-own-items')) await answerForStaff(tx, id, staffId, given);
  if (given.answer !== 'declined') await settleUnlessDayDeclined(tx, meetingDayId);
  else if (before !== 'declined') await askForSubstituteOnDay(tx, day, staffId, given);
  return true;
}

/** Forgets what was answered to a day that gets another time or is off. */
export async function voidDayAnswers(tx: Tx, meetingDayId: string): Promise<void> {
  await tx.query('DELETE FROM meeting_day_answer WHERE meeting_day_id = $1', [meetingDayId], 'day-void-answers');
  await settleTasks(tx, 'standing_member_declined', meetingDayId);
}

/** Forgets the answers of those who have left their seats; call it once the new seats are written. */
export async function forgetLeavers(tx: Tx, meetingDayId: string): Promise<void> {
  await tx.query(FORGET_LEAVERS, [meetingDayId], 'day-forget-leavers');
  await settleUnlessDayDeclined(tx, meetingDayId);
}

async function settleUnlessDayDeclined(tx: Tx, meetingDayId: string): Promise<void> {
  if ((await tx.manager.countBy(DayAnswer, { meetingDayId, answer: 'declined' })) === 0) await settleTasks(tx, 'standing_member_declined', meetingDayId);
}

async function askForSubstituteOnDay(tx: Tx, { id, closesOn }: MeetingDay, staffId: string, { givenAt }: GivenAnswer): Promise<void> {
  await raiseTask(tx, {
    kind: 'standing_member_declined', assigneeRole: 'meeting_secretary', subjectType: 'meeting_day', subjectId: id, dueOn: closesOn,
    dedupKey: `standing_member_declined:${id}:${staffId}:${givenAt.toISOString()}`,
  });
}
