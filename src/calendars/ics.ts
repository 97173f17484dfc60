import ical, {
  ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod, ICalEventClass, type ICalEventData, ICalEventStatus, ICalEventTransparency,
} from 'ical-generator';
import { addDays } from '../platform/clock/calendar-date.js';
import { isId } from '../platform/database/ids.js';
import { isAddress } from '../platform/mail/mailer.js';
import { type CalendarSafeEvent, summaryOf, takesTime } from './calendar-safe-event.js';

/** How often clients are asked to look again, in seconds. */
const REFRESH_SECONDS = 3_600;
const ORGANIZER = 'Overgang';
const COLOR = 'steelblue';
/** Registered with nobody, so the whole is `-//…` (ISO 9070); ical-generator writes the first `-` itself. */
const PRODUCT = '//Overgang//Koordinering//DA';
/** C0 controls but tab and newline, DEL, C1 controls with U+0085, and the two Unicode line ends. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/** Text without what could end or break a line of a calendar; line ends become `\n`, lone surrogates are replaced. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(LONE_SURROGATE, '\ufffd');
}

/**
 * The VEVENT of one event, in UTC, folded at 75 octets.
 * @param eyes whose calendar it is for: CLASS:PRIVATE hides an event from those whom a calendar is shared with
 * Throws RangeError when the uid is not a UUID: ical-generator writes it unescaped.
 */
export function eventText(event: CalendarSafeEvent, eyes: 'own' | 'shared' = 'own'): string {
  const calendar = ical({ prodId: PRODUCT });
  calendar.createEvent(dataOf(event, eyes));
  const text = calendar.toString();
  return text.slice(text.indexOf('BEGIN:VEVENT'), text.lastIndexOf('END:VEVENT') + 'END:VEVENT'.length);
}

/**
 * A calendar message to one person (iTIP, RFC 5546): the event with the service as its organizer and that person as its only
 * attendee. Throws RangeError when the uid is not a UUID or an address is none.
 */
export function messageText(event: CalendarSafeEvent, method: 'REQUEST' | 'CANCEL', organizer: string, attendee: string): string {
  if (!isAddress(organizer) || !isAddress(attendee)) throw new RangeError('not an address of one mailbox');
  const calendar = ical({ prodId: PRODUCT, method: method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL });
  const answer = method === 'REQUEST' ? { rsvp: true, status: ICalAttendeeStatus.NEEDSACTION } : {};
  calendar.createEvent({
    ...dataOf({ ...event, cancelled: method === 'CANCEL' }),
    organizer: { name: ORGANIZER, email: organizer },
    attendees: [{ email: attendee, role: ICalAttendeeRole.REQ, type: ICalAttendeeType.INDIVIDUAL, ...answer }],
  });
  return `${calendar.toString()}\r\n`;
}

function dataOf(event: CalendarSafeEvent, eyes: 'own' | 'shared' = 'own'): ICalEventData {
  if (!isId(event.uid)) throw new RangeError('a calendar uid is a UUID');
  return {
    id: event.uid,
    sequence: event.revision,
    stamp: event.changedAt,
    lastModified: event.changedAt,
    ...times(event),
    summary: plainText(summaryOf(event.subject)),
    location: event.room === null ? null : plainText(event.room),
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: takesTime(event.subject) && !event.cancelled ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    class: eyes === 'own' ? ICalEventClass.PRIVATE : null,
  };
}

/** One event as a resource of a calendar collection: no METHOD there (RFC 4791, section 4.1). */
export function resourceText(event: CalendarSafeEvent): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-${PRODUCT}\r\n${eventText(event, 'shared')}\r\nEND:VCALENDAR\r\n`;
}

/** A whole calendar around event texts: RFC 5545 with the properties of RFC 7986 and their older names. */
export function calendarText(name: string, changedAt: Date | null, events: readonly string[]): string {
  const calendar = ical({ prodId: PRODUCT, name: escaped(name), method: ICalCalendarMethod.PUBLISH, ttl: REFRESH_SECONDS });
  const frame = calendar.toString();
  const head = frame.slice(0, frame.lastIndexOf('END:VCALENDAR'));
  const modified = changedAt === null ? '' : `LAST-MODIFIED:${utcText(changedAt)}\r\n`;
  return `${head}${modified}COLOR:${COLOR}\r\n${events.map((event) => `${event}\r\n`).join('')}END:VCALENDAR\r\n`;
}

/** TEXT of RFC 5545, section 3.3.11, on one line; ical-generator writes a calendar's name as it is given. */
function escaped(text: string): string {
  return plainText(text).replace(/\n/g, ' ').replace(/[\\;,]/g, '\\$&');
}

function times({ time }: CalendarSafeEvent): { start: Date; end: Date; allDay: boolean } {
  if ('startsAt' in time) return { start: time.startsAt, end: time.endsAt, allDay: false };
  return { start: new Date(`${time.on}T00:00:00Z`), end: new Date(`${addDays(time.on, 1)}T00:00:00Z`), allDay: true };
}

/** '20261209T080000Z' */
function utcText(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, '');
}
