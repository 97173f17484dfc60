import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { DayMove } from './day-move.entity.js';
import { type KeptAnswers, readAnswers } from './kept-answers.js';
import type { FormerPlace, MeetingDay } from './meeting-day.entity.js';

/** How a day stands, as far as taking a move back would change it. */
export interface DayBefore extends FormerPlace {
  readonly answers: KeptAnswers;
}

/** Another text as soon as the day, its items or anybody's answer to them is another. */
const STAMP = `
  SELECT md5(concat_ws('|', day.revision,
    (SELECT string_agg(concat_ws(' ', staff_id, answered_at), ',' ORDER BY staff_id) FROM meeting_day_answer WHERE meeting_day_id = day.id),
    (SELECT string_agg(concat_ws(' ', id, revision, youth_answered_at), ',' ORDER BY id) FROM booking WHERE meeting_day_id = day.id),
    (SELECT string_agg(concat_ws(' ', booking_id, staff_id, answered_at), ',' ORDER BY booking_id, staff_id) FROM booking_participant
      WHERE booking_id IN (SELECT id FROM booking WHERE meeting_day_id = day.id)),
    (SELECT string_agg(concat_ws(' ', id, answered_at), ',' ORDER BY id) FROM booking_guest
      WHERE booking_id IN (SELECT id FROM booking WHERE meeting_day_id = day.id)))) AS stamp
  FROM meeting_day day WHERE day.id = $1`;

/** How the day stands before it moves. Call it before anything is changed. */
export async function dayBefore(tx: Tx, { id, date, startsAt, closesOn, roomId, reason, settledByHand }: MeetingDay): Promise<DayBefore> {
  return { date, startsAt, closesOn, roomId, reason, settledByHand, answers: await readAnswers(tx, id) };
}

/** Keeps how the day stood, so that the move can be taken back. Call it when the move is written. @param unplaced how many items lost their place */
export async function noteMove(tx: Tx, meetingDayId: string, before: DayBefore, unplaced: number): Promise<void> {
  await tx.manager.delete(DayMove, { meetingDayId });
  const move = { ...before, meetingDayId, unplaced, movedBy: staffIdOf(tx.actor), movedAt: tx.now, stamp: await stampOf(tx, meetingDayId) };
  await tx.insert(Object.assign(new DayMove(), move));
}

export async function stampOf(tx: Tx, meetingDayId: string): Promise<string> {
  const [row] = await tx.query<{ stamp: string }>(STAMP, [meetingDayId], 'day-stamp');
  return row?.stamp ?? '';
}
