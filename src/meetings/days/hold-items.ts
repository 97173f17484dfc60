import type { Tx } from '../../platform/database/tx.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { Booking } from '../bookings/booking.entity.js';
import { recordChange } from '../bookings/record-change.js';

/** Marks the items of a day that is over as held: each waits for its conclusion from now. */
export async function holdItemsOfDay(tx: Tx, meetingDayId: string): Promise<void> {
  const items = await tx.manager.find(Booking, {
    where: { meetingDayId, state: 'booked' }, order: { startsAt: 'ASC' }, lock: { mode: 'pessimistic_write' },
  });
  for (const item of items) {
    item.hold(tx.now);
    await tx.save(item);
    await settleTasks(tx, 'participant_declined', item.id);
    await recordChange(tx, item, 'booking.held', { by: 'clock' });
  }
}
