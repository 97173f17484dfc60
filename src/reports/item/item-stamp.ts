import { readableItem } from '../../agendas/readable-item.js';
import type { Tx } from '../../platform/database/tx.js';

/**
 * A short word that is another one as soon as something on the item's board changes. It tells nothing of what stands there, so
 * asking for it is no reading.
 * @throws DomainError not_found
 */
export async function itemStamp(tx: Tx, bookingId: string): Promise<string> {
  await readableItem(tx, bookingId);
  const [row] = await tx.query<{ stamp: string }>(
    `SELECT md5(concat_ws('|', b.state, b.revision,
       (SELECT string_agg(s.id || '.' || s.version, ',' ORDER BY s.id) FROM statement s WHERE s.booking_id = b.id),
       (SELECT string_agg(r.id || '.' || r.version, ',' ORDER BY r.id) FROM scale_rating r WHERE r.booking_id = b.id),
       (SELECT d.version FROM conclusion_draft d WHERE d.booking_id = b.id))) AS stamp
     FROM booking b WHERE b.id = $1`,
    [bookingId], 'item-stamp',
  );
  return row?.stamp ?? '';
}
