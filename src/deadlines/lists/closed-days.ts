import { closedDates } from '../../departments/closed-days/closed-dates.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';

/** No run of closed days is longer than this. */
const LONGEST_RUN_DAYS = 31;

/** The closed days that may lie between these dates and the working day before each. */
export async function closedDaysAround(tx: Tx, dates: readonly CalendarDate[]): Promise<ReadonlySet<CalendarDate>> {
  const [first, last] = [...dates].sort().filter((_, index, all) => index === 0 || index === all.length - 1);
  if (first === undefined) return new Set();
  return closedDates(tx, addDays(first, -LONGEST_RUN_DAYS), last ?? first);
}
