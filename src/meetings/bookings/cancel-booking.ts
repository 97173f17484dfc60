import type { Tx } from '../../platform/database/tx.js';
import { openToHandle } from './open-booking.js';
import { takeOff } from './take-off.js';

/**
 * Cancels an item, with a reason; its referral is first in line for a new time.
 * @throws DomainError not_found; forbidden `not_your_item`; conflict `invalid_transition`
 */
export async function cancelBooking(tx: Tx, id: string, reason: string): Promise<void> {
  const { booking } = await openToHandle(tx, id);
  await takeOff(tx, booking, reason, 'booking.cancelled');
}
