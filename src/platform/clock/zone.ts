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
  return parseCalendarDate(wallClockAt(instant).slice(0, 10));
}

/** The wall time in Copenhagen at an instant, 'HH:MM'. */
export function timeAt(instant: Date): string {
  return wallClockAt(instant).slice(11, 16);
}

/** First instant of a date in Copenhagen. */
export function startOfDay(date: CalendarDate): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds);
}

const HOUR_MS = 3_600_000;
const MOST_HOURS_KEPT = 20_000;
/** Milliseconds ahead of UTC by hour: the clock changes on whole hours only, and every request asks for the same few. */
const offsets = new Map<number, number>();

/** Date and time of the wall clock, in the form of ISO 8601. */
function wallClockAt(instant: Date): string {
  return new Date(instant.getTime() + offsetIn(Math.floor(instant.getTime() / HOUR_MS))).toISOString();
}

function offsetIn(hour: number): number {
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const offset = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS).toZonedDateTimeISO(ZONE).offsetNanoseconds / 1_000_000;
  if (offsets.size >= MOST_HOURS_KEPT) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}
