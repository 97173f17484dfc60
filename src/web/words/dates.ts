import { addMonths, type CalendarDate, dateParts, daysBetween } from '../../platform/clock/calendar-date.js';

/** From here on, in days, a distance is told in whole months and years: nobody sees what 1054 days are. */
const FAR_DAYS = 100;

/** How far ahead a date lies: 'i dag', 'i morgen', 'om 12 dage', '3 dage siden', 'om 2 år og 10 måneder'. */
export function fromToday(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'i dag';
  if (days === 1) return 'i morgen';
  if (days === -1) return 'i går';
  const distance = Math.abs(days) < FAR_DAYS ? `${Math.abs(days)} dage` : yearsAndMonths(days > 0 ? [today, date] : [date, today]);
  return days > 0 ? `om ${distance}` : `${distance} siden`;
}

function yearsAndMonths([from, to]: readonly [CalendarDate, CalendarDate]): string {
  const [begun, ended] = [dateParts(from), dateParts(to)];
  const counted = (ended.year - begun.year) * 12 + ended.month - begun.month;
  const whole = addMonths(from, counted) > to ? counted - 1 : counted;
  const [years, months] = [Math.floor(whole / 12), whole % 12];
  const parts = [years === 0 ? null : `${years} år`, months === 0 ? null : `${months} ${months === 1 ? 'måned' : 'måneder'}`];
  return parts.filter((part) => part !== null).join(' og ');
}
