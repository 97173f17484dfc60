import { dateParts, isoWeek, weekday, type CalendarDate } from './calendar-date.js';
import { timeAt } from './zone.js';

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const MONTHS = [
  'januar', 'februar', 'marts', 'april', 'maj', 'juni',
  'juli', 'august', 'september', 'oktober', 'november', 'december',
];

/** 'onsdag 9. december 2026' */
export function formatDateDanish(date: CalendarDate): string {
  return `${WEEKDAYS[weekday(date) - 1]} ${formatDateLongDanish(date)}`;
}

/** '9. december 2026' */
export function formatDateLongDanish(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${day}. ${MONTHS[month - 1]} ${year}`;
}

/** '9.12.2026' */
export function formatDateShortDanish(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${day}.${month}.${year}`;
}

/** Wall time in Copenhagen: '9.40' */
export function formatTimeDanish(instant: Date): string {
  const time = timeAt(instant);
  return `${Number(time.slice(0, 2))}.${time.slice(3, 5)}`;
}

/** 'uge 50' */
export function formatWeekDanish(date: CalendarDate): string {
  return `uge ${isoWeek(date).week}`;
}
