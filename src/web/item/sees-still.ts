import { visibleBooking } from '../../meetings/bookings/booking-scope.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import type { Tx } from '../../platform/database/tx.js';
import { DomainError } from '../../platform/errors/domain-error.js';

/** The address on an item, or the front page for whoever has just given away the seat by which the item was seen. */
export async function orHome(tx: Tx, id: string, address: string): Promise<string> {
  try {
    await tx.find(Booking, id, visibleBooking(tx));
    return address;
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') return '/';
    throw error;
  }
}
