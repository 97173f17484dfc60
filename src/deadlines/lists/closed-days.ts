import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';

/** No run of closed days is longer than this. */
const LONGEST_RUN_DAYS = 31;

/** The closed days that may lie between these dates and the working day before each. */
export async function closedDaysAround(tx: Tx, dates: readonly CalendarDate[]): Promise<ReadonlySet<CalendarDate>> {
  const [first, last] = [...dates].sort().filter((_, index, all) => index === 0 || index === all.length - 1);
  if (first === undefined) return new Set();
  const sql = 'SELECT date::text AS date FROM closed_day WHERE date BETWEEN $1 AND $2';
  const rows = await tx.query<{ date: CalendarDate }>(sql, [addDays(first, -LONGEST_RUN_DAYS), last ?? first], 'deadlines-closed-days');
  return new Set(rows.map(({ date }) => date));
}
