import { addDays, addMonths, type CalendarDate, mondayOf, parseCalendarDate } from '../../platform/clock/calendar-date.js';

/** A month of the year as an address names it: '2026-12'. */
export const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

export interface MonthSpan {
  /** The first of the month. */
  readonly first: CalendarDate;
  /** Monday of its first week and Sunday of its last. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** @param month '2026-12'; the month of `today` when left out */
export function monthSpan(month: string | undefined, today: CalendarDate): MonthSpan {
  const first = parseCalendarDate(`${month ?? today.slice(0, 7)}-01`);
  return { first, from: mondayOf(first), to: addDays(mondayOf(addDays(addMonths(first, 1), -1)), 6) };
}

/** '2026-12' */
export function monthOf(date: CalendarDate): string {
  return date.slice(0, 7);
}
