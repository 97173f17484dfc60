import type { Tx } from '../../platform/database/tx.js';
import { groundFor } from '../../youths/access/open-youth.js';
import type { BookingState } from './booking-states.js';

/** An item about a youth, without its place. */
export interface YouthItem {
  readonly id: string;
  readonly referralId: string;
  readonly typeLabel: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: BookingState;
  readonly urgent: boolean;
}

const ITEMS = `
  SELECT b.id, b.referral_id AS "referralId", t.label AS "typeLabel", b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.state, b.urgent
  FROM booking b JOIN referral r ON r.id = b.referral_id JOIN referral_type t ON t.id = r.type_id
  WHERE b.youth_id = $1 ORDER BY b.starts_at, b.id`;

/** All items about a youth, past and coming, the earliest first; the read is logged. @throws DomainError not_found */
export async function showYouthItems(tx: Tx, youthId: string): Promise<YouthItem[]> {
  const ground = await groundFor(tx, youthId);
  tx.audit('bookings.listed', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return tx.query<YouthItem>(ITEMS, [youthId], 'youth-items');
}
