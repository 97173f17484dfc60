import { addDays, type CalendarDate, mondayOf, parseCalendarDate } from '../platform/clock/calendar-date.js';
import { isWorkingDay } from '../platform/clock/working-days.js';
import { nominalDates, type Recurrence } from '../meetings/series/recurrence.js';

/** The K-møde: every other Wednesday since it began. A Wednesday that is closed is left out. */
export const K_MEETINGS: Recurrence = { anchorDate: parseCalendarDate('2020-09-09'), intervalDays: 14 };

const DAYS_BACK = 196;
const DAYS_AHEAD = 120;
const WEEKDAYS = 4;

/** The days that the demo is told by, all counted from the day of its first start. */
export interface DemoCalendar {
  /** The day of the first start. */
  readonly today: CalendarDate;
  /** The municipality begins with Overgang. */
  readonly beginning: CalendarDate;
  /** The file with everybody; a first, small one came in at the beginning. */
  readonly secondFile: CalendarDate;
  /** K-møder before today, the latest first. */
  readonly past: readonly CalendarDate[];
  /** A K-møde today or in the next two days, when there is one. */
  readonly between: CalendarDate | null;
  /** The first K-møde at least three days ahead. */
  readonly k1: CalendarDate;
  readonly k2: CalendarDate;
  /** The Wednesday after K2 on which nothing is held, and the closed week around it; null when it is closed anyway. */
  readonly skipped: CalendarDate;
  readonly closedWeek: { readonly from: CalendarDate; readonly to: CalendarDate } | null;
}

/**
 * Counts the days from `today`. `closed` holds the closed days from 200 days before to 120 days after.
 * Throws when the calendar leaves too few K-møder around the day.
 */
export function demoCalendar(today: CalendarDate, closed: ReadonlySet<CalendarDate>): DemoCalendar {
  const nominal = nominalDates(K_MEETINGS, addDays(today, 2 - DAYS_BACK), addDays(today, DAYS_AHEAD));
  const held = nominal.filter((date) => isWorkingDay(date, closed));
  const [k1, k2] = held.filter((date) => date >= addDays(today, 3));
  const skipped = nominal.find((date) => k2 !== undefined && date > k2);
  if (k1 === undefined || k2 === undefined || skipped === undefined) throw new Error('the calendar has too few days for the demo');
  const monday = mondayOf(skipped);
  return {
    today,
    beginning: addDays(today, -DAYS_BACK),
    secondFile: addDays(today, -42),
    past: held.filter((date) => date < today).reverse(),
    between: held.find((date) => date >= today && date < k1) ?? null,
    k1, k2, skipped,
    closedWeek: held.includes(skipped) ? { from: monday, to: addDays(monday, WEEKDAYS) } : null,
  };
}

/** The K-møde so many before the latest: 0 is the latest. Throws when the demo does not reach so far back. */
export function pastDay({ past }: DemoCalendar, before: number): CalendarDate {
  const date = past[before];
  if (date === undefined) throw new Error('the demo does not reach so far back');
  return date;
}
