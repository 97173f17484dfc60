import type { Tx } from '../../platform/database/tx.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { assertLeadsItem, visibleBooking } from './booking-scope.js';
import { Booking } from './booking.entity.js';
import { recordChange } from './record-change.js';

/**
 * Marks an item as held: it now waits for its conclusion.
 * @throws DomainError not_found; forbidden `not_your_item`; rule `not_begun`; conflict `invalid_transition`
 */
export async function holdBooking(tx: Tx, id: string): Promise<void> {
  const booking = await tx.lock(Booking, id, visibleBooking(tx));
  await assertLeadsItem(tx, booking);
  booking.hold(tx.now);
  await tx.save(booking);
  await settleTasks(tx, 'participant_declined', id);
  await recordChange(tx, booking, 'booking.held');
}
