import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { raiseTask } from '../../tasks/raise-task.js';
import { Booking } from './booking.entity.js';
import { takeOff } from './take-off.js';

export interface Unplacing {
  readonly meetingDayId: string;
  readonly bookingId: string;
  readonly reason: string;
}

/**
 * Takes an item off a day that is moved or cancelled and asks whoever booked it for a new time. The caller has checked that
 * the actor leads the day.
 * @throws DomainError not_found; rule `not_on_the_day`; conflict `invalid_transition`
 */
export async function unplaceBooking(tx: Tx, { meetingDayId, bookingId, reason }: Unplacing): Promise<void> {
  const booking = await tx.find(Booking, bookingId);
  if (booking.meetingDayId !== meetingDayId) {
    throw rule('not_on_the_day', 'Et af punkterne ligger ikke på dagen. Hent dagen igen.', [
      { field: 'unplace', code: 'not_on_the_day', message: 'Vælg kun punkter, der ligger på dagen.' },
    ]);
  }
  await takeOff(tx, booking, reason, 'booking.unplaced');
  await raiseTask(tx, {
    kind: 'referral_unplaced', assigneeId: booking.bookedBy, youthId: booking.youthId, subjectType: 'referral',
    subjectId: booking.referralId, dedupKey: `referral_unplaced:${booking.id}:${booking.revision + 1}`,
  });
}
