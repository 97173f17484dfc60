import type { Tx } from '../../platform/database/tx.js';
import { endAccess, grantAccess } from '../../youths/access/grant-access.js';
import type { Comer } from '../proposals/who-must-come.js';
import type { BookingParticipant } from './booking-participant.entity.js';
import type { Booking } from './booking.entity.js';

const DAY_MS = 86_400_000;
/** How long after the item those who took part may see the youth's case. */
const ACCESS_DAYS_AFTER = 30;

export interface Before {
  /** Who came to the item until now. */
  readonly participants: readonly BookingParticipant[];
  /** Answers to the invitation hold as long as the time does. */
  readonly sameTime: boolean;
}

const CLEAR = 'DELETE FROM booking_participant WHERE booking_id = $1';
const INSERT = `
  INSERT INTO booking_participant (booking_id, staff_id, role, area, mandatory, standing, decision_power, answer, answered_at, substitute_for)
  SELECT $1, comer.staff_id, role, area, mandatory, standing, decision_power, coalesce(comer.answer, whole_day.answer),
    CASE WHEN comer.answer IS NULL THEN whole_day.answered_at ELSE comer.answered_at END, substitute_for
  FROM unnest($2::uuid[], $3::varchar[], $4::varchar[], $5::boolean[], $6::boolean[], $7::boolean[], $8::varchar[], $9::timestamptz[], $10::uuid[])
    AS comer (staff_id, role, area, mandatory, standing, decision_power, answer, answered_at, substitute_for)
  LEFT JOIN meeting_day_answer whole_day ON comer.standing AND whole_day.meeting_day_id = $11 AND whole_day.staff_id = comer.staff_id`;

/**
 * Writes who comes to an item and lets each see the youth's case until 30 days after it; a person who comes no more loses that
 * access now. Who sits the whole day and has not answered to the item has answered what was answered to the day.
 */
export async function writeParticipants(tx: Tx, booking: Booking, comers: readonly Comer[], before: Before): Promise<void> {
  const kept = new Map(before.sameTime ? before.participants.map((each) => [each.staffId, each] as const) : []);
  if (before.participants.length > 0) await tx.query(CLEAR, [booking.id], 'participants-clear');
  await tx.query(INSERT, [
    booking.id,
    comers.map((comer) => comer.staffId),
    comers.map((comer) => comer.role),
    comers.map((comer) => comer.area),
    comers.map((comer) => comer.mandatory),
    comers.map((comer) => comer.standing),
    comers.map((comer) => comer.decisionPower),
    comers.map((comer) => kept.get(comer.staffId)?.answer ?? null),
    comers.map((comer) => kept.get(comer.staffId)?.answeredAt ?? null),
    comers.map((comer) => comer.substituteFor),
    booking.meetingDayId,
  ], 'participants-insert');
  await letSeeYouth(tx, booking, comers.map((comer) => comer.staffId));
  for (const { staffId } of before.participants) {
    if (!comers.some((comer) => comer.staffId === staffId)) await endParticipantAccess(tx, booking, staffId);
  }
}

/** Gives those who come access until 30 days after the item's end, as it now lies. */
export async function letSeeYouth(tx: Tx, booking: Booking, staffIds: readonly string[]): Promise<void> {
  const { id: sourceId, youthId } = booking;
  if (youthId === null) return;
  const untilAt = new Date(booking.endsAt.getTime() + ACCESS_DAYS_AFTER * DAY_MS);
  await grantAccess(tx, staffIds.map((staffId) => ({ youthId, holder: { staffId }, ground: 'booked_item' as const, sourceId, untilAt })));
}

/** Ends the access that the item gave, for one person or for all. */
export async function endParticipantAccess(tx: Tx, booking: Booking, staffId?: string): Promise<void> {
  if (booking.youthId === null) return;
  const ending = { youthId: booking.youthId, ground: 'booked_item' as const, sourceId: booking.id, untilAt: tx.now };
  await endAccess(tx, staffId === undefined ? ending : { ...ending, holder: { staffId } });
}
