import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import type { DayPanelSeat } from './day-panel-seat.entity.js';

/** Everybody and everything that a day and its items take now. */
export async function resourcesOnDay(tx: Tx, dayId: string): Promise<string[]> {
  const sql = 'SELECT DISTINCT resource_id AS id FROM occupancy WHERE meeting_day_id = $1';
  return (await tx.query<{ id: string }>(sql, [dayId], 'day-resources')).map((row) => row.id);
}

/** The staff that the day itself takes. */
export async function standingStaff(tx: Tx, dayId: string): Promise<string[]> {
  const sql = `SELECT resource_id AS id FROM occupancy WHERE meeting_day_id = $1 AND booking_id IS NULL AND resource_kind = 'staff'`;
  return (await tx.query<{ id: string }>(sql, [dayId], 'day-standing-staff')).map((row) => row.id);
}

/**
 * Tells who sits on as they do: true for whoever the day takes and who still works here, false for a member whose deputy sits;
 * undefined for everybody else.
 */
export async function whoStays(
  tx: Tx, dayId: string, panel: readonly Pick<DayPanelSeat, 'standsInFor'>[],
): Promise<(resourceId: string) => boolean | undefined> {
  const sql = 'SELECT id FROM staff_member WHERE id = ANY($1::uuid[]) AND deactivated_at IS NULL';
  const rows = await tx.query<{ id: string }>(sql, [await standingStaff(tx, dayId)], 'day-sitting-on');
  const [sitting, stoodInFor] = [new Set(rows.map(({ id }) => id)), new Set(panel.map(({ standsInFor }) => standsInFor))];
  return (id) => (sitting.has(id) ? true : stoodInFor.has(id) ? false : undefined);
}

/** Throws 409 `day_has_bookings` with the ids of booked items that nobody has named. */
export async function refuseForgottenItems(tx: Tx, dayId: string, named: readonly string[]): Promise<void> {
  const sql = `SELECT id FROM booking WHERE meeting_day_id = $1 AND state = 'booked' AND NOT id = ANY($2::uuid[]) ORDER BY starts_at`;
  const forgotten = await tx.query<{ id: string }>(sql, [dayId, named], 'day-forgotten-items');
  if (forgotten.length === 0) return;
  const title = 'Der er punkter på dagen. Flyt dem, eller vælg dem, der skal miste deres tid.';
  throw conflict('day_has_bookings', title, { bookings: forgotten.map((row) => row.id) });
}
