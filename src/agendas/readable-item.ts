import { bookingGround, visibleBooking } from '../meetings/bookings/booking-scope.js';
import { Booking } from '../meetings/bookings/booking.entity.js';
import type { AuditAction, AuditSubject } from '../platform/audit/audit-entry.js';
import type { Tx } from '../platform/database/tx.js';
import { conflict } from '../platform/errors/domain-error.js';

/**
 * An item whose agenda the actor may read: whoever sees the youth's case, which those who come to it do.
 * @throws DomainError not_found
 */
export function readableItem(tx: Tx, bookingId: string): Promise<Booking> {
  return tx.find(Booking, bookingId, visibleBooking(tx));
}

/**
 * As `readableItem`, for writing on the agenda: the item cannot be closed until the transaction ends, while others may go on
 * writing their rows.
 * @throws DomainError not_found; conflict `item_closed` once the item is concluded or cancelled
 */
export async function openForWriting(tx: Tx, bookingId: string): Promise<Booking> {
  const booking = await readableItem(tx, bookingId);
  const [held] = await tx.query<Pick<Booking, 'state'>>('SELECT state FROM booking WHERE id = $1 FOR SHARE', [bookingId], 'agenda-hold-item');
  if (held?.state === 'concluded') throw conflict('item_closed', 'Punktet er afsluttet. Dagsordenen kan læses, men ikke ændres.', { state: held.state });
  if (held?.state === 'cancelled') throw conflict('item_closed', 'Punktet er aflyst. Dagsordenen kan læses, men ikke ændres.', { state: held.state });
  return booking;
}

/** Puts what was done with an item's agenda into the log, with its ground. */
export async function auditAgenda(tx: Tx, booking: Booking, action: AuditAction, subject: { type: string; id: string }, detail: AuditSubject['detail'] = {}): Promise<void> {
  const { id: bookingId, youthId } = booking;
  const ground = (await bookingGround(tx, youthId)) ?? 'anonymous_item';
  tx.audit(action, { ...subject, youthIds: youthId === null ? [] : [youthId], ground, detail: { bookingId, ...detail } });
}
