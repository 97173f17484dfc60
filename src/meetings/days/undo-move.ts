import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, forbidden, rule } from '../../platform/errors/domain-error.js';
import { reopenTasks } from '../../tasks/raise-task.js';
import { moveBookingsOfDay } from '../bookings/move-bookings-of-day.js';
import type { Claim } from '../occupancy/claim.js';
import { lockResources, occupy, release } from '../occupancy/occupancy.js';
import { dayClaims } from './day-claims.js';
import { resourcesOnDay, standingStaff } from './day-holdings.js';
import { DayMove } from './day-move.entity.js';
import { restoreAnswers } from './kept-answers.js';
import { assertMayLead } from './may-lead.js';
import { MeetingDay } from './meeting-day.entity.js';
import { stampOf } from './note-move.js';
import { recordDayChange } from './record-day-change.js';
import { refuseAway } from './refuse-away.js';
import { shiftSlots } from './write-day.js';

/** Time to see the day on its new date and to find that it is the wrong one. Milliseconds. */
export const UNDO_MOVE_WITHIN_MS = 5 * 60_000;

/** Until when a move may be taken back. */
export function undoableUntil({ movedAt }: Pick<DayMove, 'movedAt'>): Date {
  return new Date(movedAt.getTime() + UNDO_MOVE_WITHIN_MS);
}

/** Whether a move may be taken back as a slip: by who made it, soon, and where no item lost its place. */
export function mayUndoMove(move: Pick<DayMove, 'movedBy' | 'movedAt' | 'unplaced'> | null, staffId: string | null, now: Date): boolean {
  return move !== null && move.movedBy === staffId && move.unplaced === 0 && now <= undoableUntil(move);
}

/** The last move of a day where the actor may still take it back, else null. */
export async function undoableMove(tx: Tx, meetingDayId: string): Promise<DayMove | null> {
  const move = await tx.manager.findOneBy(DayMove, { meetingDayId });
  return mayUndoMove(move, tx.actor.staffId, tx.now) ? move : null;
}

/**
 * Takes the move of a day back as a slip: day and items lie as before, with what people had answered. Whoever has been told of the
 * move is told again. Returns the date on which the day lies now.
 * @throws DomainError not_found; forbidden `not_your_meeting`, `not_your_move`; rule `too_late_to_undo`, `items_unplaced`, `in_the_past`;
 *   conflict `changed_meanwhile`, `participant_busy`, `room_taken`
 */
export async function undoMove(tx: Tx, id: string): Promise<CalendarDate> {
  assertMayLead(tx.actor, (await tx.find(MeetingDay, id)).chairId);
  const move = await openMove(tx, id);
  await lockResources(tx, [id, ...(move.roomId === null ? [] : [move.roomId]), ...(await resourcesOnDay(tx, id))]);
  const day = await tx.lock(MeetingDay, id);
  if ((await stampOf(tx, id)) !== move.stamp) {
    throw conflict('changed_meanwhile', 'Der er sket andet på dagen, siden den blev flyttet, så flytningen kan ikke fortrydes. Se, hvordan dagen står nu, og flyt den igen, hvis det er nødvendigt.');
  }
  const staffIds = await standingStaff(tx, id);
  await release(tx, { meetingDayId: id, bookings: true });
  const shift = move.startsAt.getTime() - day.startsAt.getTime();
  day.putBack(move, tx.now);
  await tx.save(day);
  await shiftSlots(tx, id, shift);
  const items = await moveBookingsOfDay(tx, { meetingDayId: id, milliseconds: shift });
  await takeTimeBack(tx, move, [...dayClaims(day, { roomId: move.roomId, staffIds }), ...items]);
  await restoreAnswers(tx, id, move.answers);
  await reopenTasks(tx, [id, ...items.flatMap(({ bookingId }) => bookingId ?? [])], move.movedAt);
  await tx.manager.delete(DayMove, { meetingDayId: id });
  recordDayChange(tx, id, 'meeting_day.move_undone', { date: day.date });
  return day.date;
}

/** Forgets how days stood before moves that cannot be taken back any more. */
export async function forgetOldMoves(tx: Tx): Promise<void> {
  await tx.query('DELETE FROM meeting_day_move WHERE moved_at < $1', [new Date(tx.now.getTime() - UNDO_MOVE_WITHIN_MS)], 'day-forget-moves');
}

async function openMove(tx: Tx, meetingDayId: string): Promise<DayMove> {
  const move = await tx.manager.findOneBy(DayMove, { meetingDayId });
  if (move !== null && move.movedBy !== tx.actor.staffId) throw forbidden('not_your_move', 'Kun den, der flyttede dagen, kan fortryde det. Flyt dagen igen i stedet.');
  if (move !== null && move.unplaced > 0) {
    throw rule('items_unplaced', 'Punkter mistede deres tid ved flytningen, så den kan ikke fortrydes. Flyt dagen igen, og book nye tider til dem.');
  }
  if (move === null || !mayUndoMove(move, tx.actor.staffId, tx.now)) throw rule('too_late_to_undo', 'Det er for sent at fortryde flytningen. Flyt dagen igen i stedet.');
  if (move.startsAt <= tx.now) throw rule('in_the_past', 'Det tidspunkt, som dagen lå på, er gået. Flyt dagen til et senere.');
  return move;
}

/** The old time is taken again, unless somebody who must come has been taken or marked away meanwhile. */
async function takeTimeBack(tx: Tx, { date, movedAt }: DayMove, claims: readonly Claim[]): Promise<void> {
  await occupy(tx, claims);
  const title = 'En, der skal med, er siden meldt væk den dag, så flytningen kan ikke fortrydes. Flyt dagen til en anden dato.';
  await refuseAway(tx, date, claims.map(({ resourceId }) => resourceId), { title, since: movedAt });
}
