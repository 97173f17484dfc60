import { addMonths, type CalendarDate, dateParts } from '../../platform/clock/calendar-date.js';
import { formatDateDanish, formatDateLongDanish, formatTimeDanish, formatWeekDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';

/** Age on a day as '17 år og 4 måneder'; whole months, counted from the day of birth. */
export function ageText(born: CalendarDate, on: CalendarDate): string {
  const months = monthsLived(born, on);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return rest === 0 ? `${years} år` : `${years} år og ${rest} ${rest === 1 ? 'måned' : 'måneder'}`;
}

/** '9. december 2026, uge 50' */
export function dayAndWeek(date: CalendarDate): string {
  return `${formatDateLongDanish(date)}, ${formatWeekDanish(date)}`;
}

/** 'onsdag 9. december 2026 kl. 9.40–10.20, uge 50' */
export function meetingTime(startsAt: Date, endsAt: Date): string {
  const date = dateAt(startsAt);
  return `${formatDateDanish(date)} kl. ${formatTimeDanish(startsAt)}–${formatTimeDanish(endsAt)}, ${formatWeekDanish(date)}`;
}

/** '1. januar 2024 – 31. juli 2026', or 'fra 1. januar 2024' while it runs. */
export function periodText(from: CalendarDate, to: CalendarDate | null): string {
  return to === null ? `fra ${formatDateLongDanish(from)}` : `${formatDateLongDanish(from)} – ${formatDateLongDanish(to)}`;
}

function monthsLived(born: CalendarDate, on: CalendarDate): number {
  const [birth, day] = [dateParts(born), dateParts(on)];
  const months = (day.year - birth.year) * 12 + (day.month - birth.month);
  return addMonths(born, months) > on ? months - 1 : months;
}
