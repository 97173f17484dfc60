import type { AuditAction, AuditSubject } from '../../platform/audit/audit-entry.js';
import type { Tx } from '../../platform/database/tx.js';
import { bookingChanged } from './booking-events.js';
import { bookingGround } from './booking-scope.js';
import type { Booking } from './booking.entity.js';

/** Puts a change of an item into the log, with the ground on which it was made, and tells those who follow items. */
export async function recordChange(tx: Tx, booking: Booking, action: AuditAction, detail: AuditSubject['detail'] = {}): Promise<void> {
  const { id, youthId, referralId } = booking;
  const ground = await bookingGround(tx, youthId);
  tx.audit(action, { type: 'booking', id, youthIds: youthId === null ? [] : [youthId], ground, detail: { referralId, ...detail } });
  tx.enqueue(bookingChanged, { bookingId: id });
}
