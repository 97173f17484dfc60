import { hasRole } from '../../platform/database/actor.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { bookingGround, visibleBooking } from '../../meetings/bookings/booking-scope.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { Referral } from '../../referrals/referral.entity.js';
import { typeById, type TypeVersion } from '../../referrals/types/referral-types.queries.js';
import { isCoordinator } from '../../youths/coordination/coordinators.js';
import { Youth } from '../../youths/youth.entity.js';

/** An item with all that its conclusion is about. */
export interface ItemToConclude {
  readonly booking: Booking;
  readonly referral: Referral;
  readonly type: TypeVersion;
  /** Null for an anonymous item. */
  readonly youth: Youth | null;
  /** The item's date in Copenhagen. */
  readonly date: CalendarDate;
  readonly ground: string | null;
}

/** An item that the actor may see. @throws DomainError not_found */
export async function itemToConclude(tx: Tx, bookingId: string): Promise<ItemToConclude> {
  const booking = await tx.find(Booking, bookingId, visibleBooking(tx));
  const referral = await tx.find(Referral, booking.referralId);
  const type = await typeById(tx, referral.typeId);
  const youth = booking.youthId === null ? null : await tx.find(Youth, booking.youthId);
  const ground = await bookingGround(tx, booking.youthId);
  return { booking, referral, type, youth, date: dateAt(booking.startsAt), ground };
}

/** Whether the actor may close an item that the actor sees: chair, secretary and the youth's coordinating caseworker. */
export async function mayClose(tx: Tx, { youthId }: Pick<Booking, 'youthId'>): Promise<boolean> {
  if (tx.actor.kind === 'system' || hasRole(tx.actor, 'chair', 'meeting_secretary')) return true;
  return youthId !== null && (await isCoordinator(tx, youthId));
}

/** @throws DomainError forbidden `may_not_close` unless `mayClose` */
export async function requireMayClose(tx: Tx, { booking }: ItemToConclude): Promise<void> {
  if (await mayClose(tx, booking)) return;
  throw forbidden('may_not_close', 'Punktet afsluttes af mødelederen, sekretæren eller den koordinerende sagsbehandler.');
}
