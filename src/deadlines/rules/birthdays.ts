import {
  addDays, addMonths, addYears, calendarDate, dateParts, isLeapYear, type CalendarDate,
} from '../../platform/clock/calendar-date.js';
import type { Offset } from './rule-version.js';

/** The municipality's answer for those born on 29 February, in years without one. */
export type LeapDayBirthday = '28_february' | '1_march';

/** The usual answer: an obligation uses the earlier, safe date. No Danish rule was found. */
export const DEFAULT_LEAP_DAY_BIRTHDAY: LeapDayBirthday = '28_february';

/** The N-th anniversary of the birth date; an age is reached when that day begins. */
export function birthday(birthDate: CalendarDate, age: number, leapDay: LeapDayBirthday = DEFAULT_LEAP_DAY_BIRTHDAY): CalendarDate {
  const { year, month, day } = dateParts(birthDate);
  const born29February = month === 2 && day === 29;
  if (born29February && leapDay === '1_march' && !isLeapYear(year + age)) return calendarDate(year + age, 3, 1);
  return addYears(birthDate, age);
}

/** Whole years reached on a date. Never days divided by 365. */
export function ageOn(birthDate: CalendarDate, date: CalendarDate, leapDay: LeapDayBirthday = DEFAULT_LEAP_DAY_BIRTHDAY): number {
  const years = dateParts(date).year - dateParts(birthDate).year;
  return birthday(birthDate, years, leapDay) <= date ? years : years - 1;
}

/** Moves a date by an offset: years and months first, clamped to the end of a shorter month, then days. */
export function shift(date: CalendarDate, offset: Offset): CalendarDate {
  const months = (offset.years ?? 0) * 12 + (offset.months ?? 0);
  return addDays(months === 0 ? date : addMonths(date, months), offset.days ?? 0);
}
