import Holidays from 'date-holidays';
import { calendarDate, parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';

export type ClosedDayKind = 'public_holiday' | 'closed' | 'holiday_week';

export interface NamedDay {
  readonly date: CalendarDate;
  readonly label: string;
}

let denmark: Holidays | undefined;

/** The Danish public holidays of a year, in order. Store bededag is one until 2023 only (lov nr. 214 af 6. marts 2023). */
export function publicHolidays(year: number): NamedDay[] {
  denmark ??= new Holidays('DK', { languages: ['da'], types: ['public'] });
  return denmark
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => ({ date: parseCalendarDate(holiday.date.slice(0, 10)), label: holiday.name }));
}

/** Days on which a Danish municipality is usually closed without a public holiday; each may be taken away again. */
export function usualClosedDays(year: number): NamedDay[] {
  return [
    { date: calendarDate(year, 6, 5), label: 'Grundlovsdag' },
    { date: calendarDate(year, 12, 24), label: 'Juleaftensdag' },
    { date: calendarDate(year, 12, 31), label: 'Nytårsaftensdag' },
  ];
}
