import { addDays, addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';

/** The latest birth date of those who are `years` old on a day. Born 29 February one is so from 28 February in a common year. */
export function latestBirthDateAged(years: number, day: CalendarDate): CalendarDate {
  const sameDay = addYears(day, -years);
  const next = addDays(sameDay, 1);
  return addYears(next, years) <= day ? next : sameDay;
}
