import { bookingGround } from '../meetings/bookings/booking-scope.js';
import type { Booking } from '../meetings/bookings/booking.entity.js';
import type { AuditAction } from '../platform/audit/audit-entry.js';
import type { Tx } from '../platform/database/tx.js';

/** Logs what is done with the post of an item, on the ground on which the actor may see its youth. */
export async function auditOfItem(tx: Tx, { id: bookingId, youthId }: Booking, action: AuditAction, subject: { type: string; id: string }): Promise<void> {
  tx.audit(action, { ...subject, youthIds: youthId === null ? [] : [youthId], ground: await bookingGround(tx, youthId), detail: { bookingId } });
}
