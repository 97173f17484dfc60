import type { Tx } from '../../platform/database/tx.js';
import { Referral } from '../../referrals/referral.entity.js';
import { Booking } from './booking.entity.js';
import { assertHandlesItem, visibleBooking } from './booking-scope.js';

export interface OpenedBooking {
  readonly booking: Booking;
  readonly referral: Referral;
}

/**
 * An item that the actor may change, with its referral; nothing is locked.
 * @throws DomainError not_found; forbidden `not_your_item`
 */
export async function openToHandle(tx: Tx, id: string): Promise<OpenedBooking> {
  const booking = await tx.find(Booking, id, visibleBooking(tx));
  const referral = await tx.find(Referral, booking.referralId);
  await assertHandlesItem(tx, referral, booking);
  return { booking, referral };
}
