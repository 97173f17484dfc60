import type { Tx } from '../../platform/database/tx.js';

const VOID_OF_STAFF = 'UPDATE booking_participant SET answer = NULL, answered_at = NULL WHERE booking_id = ANY($1::uuid[]) AND answer IS NOT NULL';
const VOID_OF_GUESTS = 'UPDATE booking_guest SET answer = NULL, answered_at = NULL WHERE booking_id = ANY($1::uuid[]) AND answer IS NOT NULL';

/** Forgets what everybody has answered to items that get another time: colleagues and professionals from outside are asked again. */
export async function voidAnswers(tx: Tx, bookingIds: readonly string[]): Promise<void> {
  await tx.query(VOID_OF_STAFF, [bookingIds], 'participants-void-answers');
  await tx.query(VOID_OF_GUESTS, [bookingIds], 'guests-void-answers');
}
