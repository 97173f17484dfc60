import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../platform/clock/zone.js';

/**
 * The instant of a time in a calendar, in milliseconds since 1970. A time with a VTIMEZONE of its own goes by that; one with only
 * a zone's name by the name; a floating one and a date by Copenhagen, where its reader is. A date is its first instant.
 */
export function instantOf(time: ICAL.Time, tzid: string | null): number {
  if (!time.isDate && time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1_000;
  if (!time.isDate && time.zone !== null && time.zone !== undefined && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1_000;
  const { year, month, day, hour, minute, second } = time;
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour: time.isDate ? 0 : hour, minute: time.isDate ? 0 : minute, second: time.isDate ? 0 : second });
  return inZone(wall, time.isDate ? null : tzid).epochMilliseconds;
}

function inZone(wall: Temporal.PlainDateTime, tzid: string | null): Temporal.ZonedDateTime {
  if (tzid !== null) {
    try {
      return wall.toZonedDateTime(tzid);
    } catch {
      // A name that only its calendar program knows: the municipality's own zone is the likely one.
    }
  }
  return wall.toZonedDateTime(ZONE);
}
