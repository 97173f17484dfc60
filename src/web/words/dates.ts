import { type CalendarDate, daysBetween } from '../../platform/clock/calendar-date.js';

/** How far ahead a date lies: 'i dag', 'i morgen', 'om 12 dage', '3 dage siden'. */
export function fromToday(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'i dag';
  if (days === 1) return 'i morgen';
  if (days === -1) return 'i går';
  return days > 0 ? `om ${days} dage` : `${-days} dage siden`;
}
