import fc from 'fast-check';
import ICAL from 'ical.js';
import { addDays, type CalendarDate, parseCalendarDate } from '../platform/clock/calendar-date.js';
import { toInstant } from '../platform/clock/zone.js';
import { asReference, type CalendarSafeEvent, type CalendarSubject } from './calendar-safe-event.js';
import { calendarText, eventText, messageText, plainText, resourceText } from './ics.js';

const DANISH = [...'abcdefghijklmnopqrstuvwxyzæøåABCDEFÆØÅéüß0123456789 .,;:\\"\'!?()=+-/&<>%'];
const CONTROLS = [...'\u0000\u0001\u0007\b\t\n\u000b\f\r\u001b\u007f\u0085\u009f\u2028\u2029\ufeff\ud800\udfff'];
const WORDS = [
  '\r\n', '\r\n ', '\n\n', 'BEGIN:VEVENT', '\r\nEND:VEVENT\r\n', 'END:VCALENDAR', '\nUID:x', '\r\nATTENDEE:mailto:a@b.example', '\\n', '\\,', '👩‍👧‍👦', '😀', 'å', '🇩🇰',
];

/** Danish, any other writing, pictures, control characters, halves of characters, and what would end a line or an event. */
const anyText = fc.array(fc.oneof(
  fc.constantFrom(...DANISH), fc.constantFrom(...DANISH), fc.constantFrom(...CONTROLS), fc.constantFrom(...WORDS),
  fc.string({ unit: 'grapheme', maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 3 }),
), { maxLength: 150 }).map((parts) => parts.join(''));

const anySubject: fc.Arbitrary<CalendarSubject> = fc.oneof(
  fc.constant<CalendarSubject>({ kind: 'k_meeting' }),
  fc.nat(40).map((items): CalendarSubject => ({ kind: 'k_meeting_with_items', items })),
  fc.constantFrom('K7QD-2MXP', 'F3BC-9ZTR').map((text): CalendarSubject => ({ kind: 'item', reference: asReference(text) })),
);

const anyEvent: fc.Arbitrary<CalendarSafeEvent & { room: string }> = fc.record({
  uid: fc.uuid(), revision: fc.nat(1_000), changedAt: fc.date({ min: new Date('2025-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
  subject: anySubject, room: anyText, cancelled: fc.boolean(),
  time: fc.tuple(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 1, max: 600 })).map(([from, minutes]) => {
    const startsAt = new Date(Date.UTC(2025, 0, 1) + from * 60_000);
    return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
  }),
});

const OF_EVENT = [
  'vevent uid', 'vevent sequence', 'vevent dtstamp', 'vevent dtstart', 'vevent dtend', 'vevent summary', 'vevent transp', 'vevent location',
  'vevent status', 'vevent last-modified',
];
const OF_CALENDAR = ['vcalendar version', 'vcalendar prodid'];

/** Each component with each of its properties, as an independent parser finds them. */
function pairsIn(text: string): string[] {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const pairs = (component: ICAL.Component): string[] => [
    ...component.getAllProperties().map((property) => `${component.name} ${property.name}`), ...component.getAllSubcomponents().flatMap(pairs),
  ];
  return pairs(root).sort();
}

function eventIn(text: string): ICAL.Event {
  return new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') as ICAL.Component);
}

/** RFC 5545, section 3.1: CRLF between lines of at most 75 octets, each of them whole UTF-8; no other line end or control. */
function isWellFolded(text: string): void {
  expect(text.endsWith('\r\n')).toBe(true);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const line of text.slice(0, -2).split('\r\n')) {
    const octets = Buffer.from(line);
    expect(octets.length).toBeLessThanOrEqual(75);
    expect(decoder.decode(octets)).toBe(line.startsWith('\ufeff') ? line.slice(1) : line);
    expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/);
  }
}

const RUNS = { numRuns: 150, seed: 20_261_209 };

describe('whatever stands in a text', () => {
  it('a calendar has the same components and properties, well folded, and gives the text back', () => {
    fc.assert(fc.property(anyText, anyEvent, (name, event) => {
      const text = calendarText(`N${name}`, event.changedAt, [eventText({ ...event, room: `R${event.room}` })]);
      isWellFolded(text);
      const heads = [
        ...OF_CALENDAR, 'vcalendar method', 'vcalendar name', 'vcalendar x-wr-calname', 'vcalendar refresh-interval', 'vcalendar x-published-ttl',
        'vcalendar last-modified', 'vcalendar color',
      ];
      expect(pairsIn(text)).toEqual([...heads, ...OF_EVENT, 'vevent class'].sort());
      expect([eventIn(text).uid, eventIn(text).location]).toEqual([event.uid, plainText(`R${event.room}`)]);
    }), RUNS);
  });

  it('a resource of a calendar server and a calendar message are no different', () => {
    fc.assert(fc.property(anyEvent, (wild) => {
      const event = { ...wild, room: `R${wild.room}` };
      const resource = resourceText(event);
      isWellFolded(resource);
      expect(pairsIn(resource)).toEqual([...OF_CALENDAR, ...OF_EVENT].sort());
      const message = messageText(event, 'REQUEST', 'k-moede@noerreborg.example', 'freja@noerreborg.example');
      isWellFolded(message);
      expect(pairsIn(message)).toEqual([...OF_CALENDAR, 'vcalendar method', ...OF_EVENT, 'vevent class', 'vevent organizer', 'vevent attendee'].sort());
      for (const text of [resource, message]) expect(eventIn(text).location).toBe(plainText(event.room));
    }), RUNS);
  });

  it('times are instants in UTC that come back to the second', () => {
    fc.assert(fc.property(anyEvent, (event) => {
      const read = eventIn(calendarText('K', null, [eventText({ ...event, room: 'R' })]));
      const { startsAt, endsAt } = event.time as { startsAt: Date; endsAt: Date };
      expect([read.startDate.toJSDate(), read.endDate.toJSDate(), read.sequence]).toEqual([startsAt, endsAt, event.revision]);
    }), RUNS);
  });
});

/** The last Sunday of a month: both clock changes (Directive 2000/84/EC). */
function lastSunday(year: number, month: '03' | '10'): CalendarDate {
  const last = new Date(Date.UTC(year, Number(month), 0));
  return addDays(parseCalendarDate(last.toISOString().slice(0, 10)), -last.getUTCDay());
}

const CHANGES = [2025, 2026, 2027, 2028, 2029, 2030].flatMap((year) => [lastSunday(year, '03'), lastSunday(year, '10')]);

describe.each(CHANGES)('around the clock change of %s', (change) => {
  const summerAfter = change.slice(5, 7) === '03';
  const read = (time: CalendarSafeEvent['time']) => eventIn(calendarText('K', null, [eventText({
    uid: '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11', revision: 0, changedAt: new Date('2025-01-01T00:00:00Z'), subject: { kind: 'k_meeting' }, room: null, cancelled: false, time,
  })]));

  it.each([-1, 0, 1])('9.00 to 12.30 is 9.00 to 12.30 here, day %i', (days) => {
    const date = addDays(change, days);
    const event = read({ startsAt: toInstant(date, '09:00'), endsAt: toInstant(date, '12:30') });
    const offset = (days < 0) === summerAfter ? 1 : 2;
    expect(event.startDate.toString()).toBe(`${date}T0${9 - offset}:00:00Z`);
    expect(event.duration.toSeconds()).toBe(210 * 60);
  });

  it('the night of the change lasts an hour less or more', () => {
    const event = read({ startsAt: toInstant(change, '00:30'), endsAt: toInstant(change, '04:30') });
    expect(event.duration.toSeconds() / 3_600).toBe(summerAfter ? 3 : 5);
  });

  it('a deadline is that one date', () => {
    const event = read({ on: change });
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([true, change, addDays(change, 1)]);
  });
});
