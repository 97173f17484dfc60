import type { Tx } from '../../platform/database/tx.js';
import { YOUTH_DID_NOT_COME } from './missing-attendance.js';

/** The items of a youth that were concluded because the youth did not come: a deadline for a meeting may still be open. For whoever has opened the youth. */
export async function itemsWithoutTheYouth(tx: Tx, youthId: string): Promise<ReadonlySet<string>> {
  const sql = 'SELECT booking_id AS "bookingId" FROM conclusion WHERE youth_id = $1 AND outcome = $2';
  const rows = await tx.query<{ bookingId: string }>(sql, [youthId, YOUTH_DID_NOT_COME], 'items-without-the-youth');
  return new Set(rows.map(({ bookingId }) => bookingId));
}
