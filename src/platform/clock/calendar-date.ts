/** A civil date in Denmark as 'YYYY-MM-DD': no time, no zone. Compare with < and >; it is what a `date` column holds. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Reads 'YYYY-MM-DD'. Throws RangeError on any other form and on days that do not exist (2026-02-30). */
export function parseCalendarDate(text: string): CalendarDate {
  const match = SHAPE.exec(text);
  if (!match) throw new RangeError('not a date in the form YYYY-MM-DD');
  return calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Builds a date from its parts. Throws RangeError when the day does not exist. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const yearFits = Number.isInteger(year) && year >= 1 && year <= 9999;
  const monthFits = Number.isInteger(month) && month >= 1 && month <= 12;
  const dayFits = Number.isInteger(day) && day >= 1 && yearFits && monthFits && day <= daysInMonth(year, month);
  if (!dayFits) throw new RangeError('no such date');
  return text(year, month, day);
}

/** Whether the text is an existing date in the form YYYY-MM-DD. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false;
  const match = SHAPE.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The parts of a date as numbers; month 1-12. */
export function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The date `days` whole days later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + whole(days));
}

/** The same day `months` later, clamped to the last day of a shorter month: 31 January + 1 is 28 or 29 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + whole(months);
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  if (targetYear < 1 || targetYear > 9999) throw new RangeError('date out of range');
  return text(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The same day `years` later; 29 February clamps to 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, whole(years) * 12);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekday(date: CalendarDate): number {
  return mod(dayNumber(date) + 3, 7) + 1;
}

/** ISO 8601 week with the year it belongs to: 1 January 2027 lies in week 53 of 2026. */
export function isoWeek(date: CalendarDate): { year: number; week: number } {
  const thursday = addDays(date, 4 - weekday(date));
  const { year } = dateParts(thursday);
  return { year, week: Math.floor(daysBetween(text(year, 1, 1), thursday) / 7) + 1 };
}

/** Monday of the ISO week that the date lies in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekday(date));
}

/** Days in a month of the Gregorian calendar; month 1-12. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1 January 1970, for integer arithmetic. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  if (year >= 100) return Date.UTC(year, month - 1, day) / MS_PER_DAY;
  return new Date(0).setUTCFullYear(year, month - 1, day) / MS_PER_DAY;
}

/** The date of a day number as `dayNumber` gives it. Throws RangeError outside the years 1-9999. */
export function fromDayNumber(days: number): CalendarDate {
  const date = new Date(days * MS_PER_DAY);
  const year = date.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('date out of range');
  return text(year, date.getUTCMonth() + 1, date.getUTCDate());
}

function text(year: number, month: number, day: number): CalendarDate {
  const iso = `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  return iso as CalendarDate;
}

function whole(count: number): number {
  if (!Number.isInteger(count)) throw new RangeError('a whole number is needed');
  return count;
}

function mod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
