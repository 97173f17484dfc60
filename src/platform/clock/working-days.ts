import { addDays, weekday, type CalendarDate } from './calendar-date.js';

/** Monday to Friday and not closed. `closed` holds public holidays and the municipality's own closed days. */
export function isWorkingDay(date: CalendarDate, closed: ReadonlySet<CalendarDate>): boolean {
  return weekday(date) <= 5 && !closed.has(date);
}

/** The last working day strictly before the date. */
export function previousWorkingDay(date: CalendarDate, closed: ReadonlySet<CalendarDate>): CalendarDate {
  return workingDaysBefore(date, 1, closed);
}

/** The first working day strictly after the date. */
export function nextWorkingDay(date: CalendarDate, closed: ReadonlySet<CalendarDate>): CalendarDate {
  return step(date, 1, 1, closed);
}

/** The date itself when it is a working day, else the last working day before it. */
export function workingDayOnOrBefore(date: CalendarDate, closed: ReadonlySet<CalendarDate>): CalendarDate {
  return isWorkingDay(date, closed) ? date : previousWorkingDay(date, closed);
}

/** The day that lies `count` working days before the date; the date itself is never counted. 0 gives the date. */
export function workingDaysBefore(
  date: CalendarDate,
  count: number,
  closed: ReadonlySet<CalendarDate>,
): CalendarDate {
  return step(date, count, -1, closed);
}

function step(date: CalendarDate, count: number, direction: 1 | -1, closed: ReadonlySet<CalendarDate>): CalendarDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('a whole number of days is needed');
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, direction);
    if (isWorkingDay(day, closed)) left -= 1;
  }
  return day;
}
