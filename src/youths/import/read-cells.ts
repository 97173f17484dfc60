import { calendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DANISH = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

/** Reads YYYY-MM-DD, DD-MM-YYYY, DD.MM.YYYY or DD/MM/YYYY; null when there is no such date from 1900 to 2199. */
export function readDate(text: string): CalendarDate | null {
  const iso = ISO.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const danish = DANISH.exec(text);
  return danish ? existing(Number(danish[4]), Number(danish[3]), Number(danish[1])) : null;
}

/** Reads ja or nej, in any case; null for anything else. */
export function readYesNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (word === 'ja') return true;
  return word === 'nej' ? false : null;
}

/** Whether a text holds control characters, which neither PostgreSQL nor a page can show. */
export function hasControlCharacter(text: string): boolean {
  return /[\u0000-\u001F\u007F-\u009F]/.test(text);
}

function existing(year: number, month: number, day: number): CalendarDate | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  try {
    return calendarDate(year, month, day);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
