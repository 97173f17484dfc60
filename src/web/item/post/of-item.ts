import type { ObjectLiteral } from 'typeorm';
import { visibleBooking } from '../../../meetings/bookings/booking-scope.js';
import { Booking } from '../../../meetings/bookings/booking.entity.js';
import type { EntityClass } from '../../../platform/database/scope.js';
import type { Tx } from '../../../platform/database/tx.js';

/** Refuses an address that names a letter or copy of another item. @throws DomainError not_found, also for an item that the actor may not see */
export async function requireOfItem(tx: Tx, bookingId: string, entity: EntityClass<ObjectLiteral & { bookingId: string }>, id: string): Promise<void> {
  const booking = await tx.find(Booking, bookingId, visibleBooking(tx));
  await tx.find(entity, id, (alias) => ({ sql: `${alias}.bookingId = :ofItem`, parameters: { ofItem: booking.id } }));
}
