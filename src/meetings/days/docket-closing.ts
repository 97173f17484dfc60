import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { workingDaysBefore } from '../../platform/clock/working-days.js';

/** Time for the units to prepare before a K-møde, in working days. */
const CLOSING_WORKING_DAYS = 5;

/** The date from which the docket of a day is closed: five working days before, the day itself not counted. */
export function docketClosesOn(date: CalendarDate, closed: ReadonlySet<CalendarDate>): CalendarDate {
  return workingDaysBefore(date, CLOSING_WORKING_DAYS, closed);
}

/** The same for a day that is made or moved at short notice: one whose closing date has passed stays open until the day itself. */
export function docketClosesOnFrom(today: CalendarDate, date: CalendarDate, closed: ReadonlySet<CalendarDate>): CalendarDate {
  const closesOn = docketClosesOn(date, closed);
  return closesOn > today ? closesOn : date;
}
