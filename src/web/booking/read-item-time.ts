import { handlesItem } from '../../meetings/bookings/booking-scope.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { type BookingView, readBooking } from '../../meetings/bookings/read-booking.js';
import { mayUndo } from '../../meetings/bookings/undo-booking.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { Referral } from '../../referrals/referral.entity.js';
import { readTimes, type Times } from './read-times.js';

/** An item with its time and, for those who may move it, the other times there are. */
export interface ItemTimeData {
  readonly booking: BookingView;
  readonly createdAt: Date;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly undoes: boolean;
  readonly handles: boolean;
  /** Null for those who may not move it, and for an item that is not ahead. */
  readonly times: Times | null;
}

/** @throws DomainError not_found */
export async function readItemTime(tx: Tx, id: string): Promise<ItemTimeData> {
  const view = await readBooking(tx, id);
  const booking = await tx.find(Booking, id);
  const referral = await tx.find(Referral, booking.referralId);
  const handles = await handlesItem(tx, referral, booking);
  return {
    booking: view, createdAt: booking.createdAt, now: tx.now, today: tx.today, handles, undoes: handles && mayUndo(booking, tx.actor.staffId, tx.now),
    times: handles && booking.state === 'booked' ? await readTimes(tx, referral, booking) : null,
  };
}
