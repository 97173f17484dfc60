import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import type { Booking } from './booking.entity.js';
import { openToHandle } from './open-booking.js';
import { takeOff } from './take-off.js';

/** The page offers it for half of this; the rest is for slow lines and clocks. Milliseconds. */
export const UNDO_WITHIN_MS = 60_000;

/** Whether a booking may be taken back as a slip: by who made it, at once, and while nothing else has happened to it. */
export function mayUndo(booking: Pick<Booking, 'state' | 'bookedBy' | 'revision' | 'createdAt'>, staffId: string | null, now: Date): boolean {
  const { state, bookedBy, revision, createdAt } = booking;
  return state === 'booked' && revision === 0 && bookedBy === staffId && now.getTime() - createdAt.getTime() <= UNDO_WITHIN_MS;
}

/**
 * Takes a booking back that was a slip: no reason is asked for, and its referral stands as before.
 * @throws DomainError not_found; forbidden `not_your_item`; rule `too_late_to_undo`
 */
export async function undoBooking(tx: Tx, id: string): Promise<void> {
  const { booking } = await openToHandle(tx, id);
  if (!mayUndo(booking, tx.actor.staffId, tx.now)) {
    throw rule('too_late_to_undo', 'Det er for sent at fortryde. Flyt eller aflys punktet i stedet.');
  }
  await takeOff(tx, booking, 'Fortrudt straks efter bookingen', 'booking.cancelled', false);
}
