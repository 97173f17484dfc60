import { Temporal } from 'temporal-polyfill';
import { parseCalendarDate, type CalendarDate } from './calendar-date.js';

/** The one time zone of the municipality; meetings are wall-clock times in it. */
export const ZONE = 'Europe/Copenhagen';

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The instant of a Copenhagen wall time 'HH:MM'. A time the spring change skips is a RangeError. The hour that the
 * autumn change repeats is the earlier one, unless `overlap` asks for the later.
 */
export function toInstant(date: CalendarDate, time: string, overlap: 'earlier' | 'later' = 'earlier'): Date {
  const match = TIME.exec(time);
  if (!match) throw new RangeError('not a time in the form HH:MM');
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = wall.toZonedDateTime(ZONE, { disambiguation: overlap });
  if (!zoned.toPlainDateTime().equals(wall)) throw new RangeError('the clock change skips this time of day');
  return new Date(zoned.epochMilliseconds);
}

/** The date in Copenhagen at an instant. */
export function dateAt(instant: Date): CalendarDate {
  return parseCalendarDate(zonedAt(instant).toPlainDate().toString());
}

/** The wall time in Copenhagen at an instant, 'HH:MM'. */
export function timeAt(instant: Date): string {
  return zonedAt(instant).toPlainTime().toString().slice(0, 5);
}

/** First instant of a date in Copenhagen. */
export function startOfDay(date: CalendarDate): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds);
}

function zonedAt(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);
}
