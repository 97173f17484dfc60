import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';

/** The closed dates from `from` to `to`, both included; weekends are not among them. */
export async function closedDates(tx: Tx, from: CalendarDate, to: CalendarDate): Promise<ReadonlySet<CalendarDate>> {
  const sql = 'SELECT date::text AS date FROM closed_day WHERE date BETWEEN $1 AND $2';
  const rows = await tx.query<{ date: CalendarDate }>(sql, [from, to], 'closed-dates');
  return new Set(rows.map((row) => row.date));
}
