import type { Tx } from '../../platform/database/tx.js';

/** The item that a referral has now, or that waits for its conclusion; null without one. */
export async function bookingOfReferral(tx: Tx, referralId: string): Promise<string | null> {
  const sql = "SELECT id FROM booking WHERE referral_id = $1 AND state IN ('booked', 'held') ORDER BY created_at DESC LIMIT 1";
  return (await tx.query<{ id: string }>(sql, [referralId], 'booking-of-referral'))[0]?.id ?? null;
}
