import type { Tx } from '../../platform/database/tx.js';
import type { Claim } from '../occupancy/claim.js';
import { settleUnlessDeclined } from './ask-for-substitute.js';
import { BookingParticipant } from './booking-participant.entity.js';
import { Booking } from './booking.entity.js';
import { itemClaims } from './item-claims.js';
import { recordChange } from './record-change.js';
import { voidAnswers } from './void-answers.js';
import { letSeeYouth } from './write-participants.js';

export interface DayShift {
  readonly meetingDayId: string;
  readonly milliseconds: number;
}

/**
 * Takes a day's items along when the day moves, under the same calendar identities; the youths are asked again, and the others
 * unless only the room is another. The caller holds the locks of everything on the day and has released it; what the items take
 * at their new times comes back, to be occupied with the day's own claims in one call, so that everyone who is then busy is
 * named at once.
 */
export async function moveBookingsOfDay(tx: Tx, { meetingDayId, milliseconds }: DayShift): Promise<Claim[]> {
  const bookings = await tx.manager.find(Booking, {
    where: { meetingDayId, state: 'booked' }, order: { startsAt: 'ASC' }, lock: { mode: 'pessimistic_write' },
  });
  if (bookings.length === 0) return [];
  if (milliseconds !== 0) await voidAnswers(tx, bookings.map((booking) => booking.id));
  const claims: Claim[] = [];
  for (const booking of bookings) {
    booking.shiftBy(milliseconds, tx.now);
    await tx.save(booking);
    const participants = await tx.manager.findBy(BookingParticipant, { bookingId: booking.id });
    claims.push(...itemClaims({ ...booking, bookingId: booking.id }, participants));
    await letSeeYouth(tx, booking, participants.map((each) => each.staffId));
    await settleUnlessDeclined(tx, booking.id);
    await recordChange(tx, booking, 'booking.moved', { meetingDayId, withDay: true });
  }
  return claims;
}
