import ICAL from 'ical.js';
import { parseCalendarDate } from '../platform/clock/calendar-date.js';
import { toInstant } from '../platform/clock/zone.js';
import { asReference, type CalendarSafeEvent, type CalendarSubject, summaryOf } from './calendar-safe-event.js';
import { EventTexts } from './event-texts.js';
import { calendarText, eventText, messageText, resourceText } from './ics.js';

const d = parseCalendarDate;
const UID = '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11';

function event(over: Partial<CalendarSafeEvent> = {}): CalendarSafeEvent {
  return {
    uid: UID, revision: 3, changedAt: new Date('2026-11-23T10:11:12Z'), subject: { kind: 'k_meeting' }, room: 'Møllestuen',
    time: { startsAt: toInstant(d('2026-12-09'), '09:00'), endsAt: toInstant(d('2026-12-09'), '12:30') }, cancelled: false, ...over,
  };
}

function readBack(text: string): { calendar: ICAL.Component; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
}

const one = (over: Partial<CalendarSafeEvent> = {}) => {
  const [read] = readBack(calendarText('K-møder', null, [eventText(event(over))])).events;
  if (read === undefined) throw new Error('no event was read back');
  return read;
};
/** ical.js leaves the escapes of properties that it does not know. */
const nameOf = (calendar: ICAL.Component, name: string) => String(calendar.getFirstPropertyValue(name)).replace(/\\([\\;,])/g, '$1');
const lines = (text: string) => text.split('\r\n');

describe('an event in a calendar', () => {
  it('is read back with its identity, time and state', () => {
    const read = one();
    expect([read.uid, read.sequence, read.summary, read.location]).toEqual([UID, 3, 'K-møde', 'Møllestuen']);
    expect(read.startDate.toJSDate()).toEqual(new Date('2026-12-09T08:00:00Z'));
    expect(read.endDate.toJSDate()).toEqual(new Date('2026-12-09T11:30:00Z'));
    expect(read.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(one({ cancelled: true }).component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('has its stamp from the change, in UTC, and no time zone anywhere', () => {
    const text = eventText(event());
    expect(text).toContain('DTSTAMP:20261123T101112Z');
    expect(text).toContain('LAST-MODIFIED:20261123T101112Z');
    expect(text).not.toMatch(/TZID|VTIMEZONE/);
  });

  it('is a whole day for a deadline, and takes no time', () => {
    const text = eventText(event({ subject: { kind: 'deadlines_of_week', count: 3, week: 50 }, time: { on: d('2026-12-07') }, room: null }));
    expect(text).toContain('DTSTART;VALUE=DATE:20261207');
    expect(text).toContain('DTEND;VALUE=DATE:20261208');
    expect(text).toContain('SUMMARY:3 frister i uge 50');
    expect(text).toContain('TRANSP:TRANSPARENT');
  });

  it('holds nothing but these properties', () => {
    const names = lines(eventText(event())).filter((line) => !line.startsWith(' ')).map((line) => line.split(/[:;]/)[0]);
    expect(names).toEqual([
      'BEGIN', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'TRANSP', 'LOCATION', 'STATUS', 'LAST-MODIFIED', 'CLASS', 'END',
    ]);
  });

  it('refuses a uid that is not a UUID', () => {
    expect(() => eventText(event({ uid: 'x\r\nATTENDEE:mailto:a@b.dk' }))).toThrow(RangeError);
  });
});

describe('the texts of events', () => {
  it.each<[CalendarSubject, string]>([
    [{ kind: 'k_meeting' }, 'K-møde'],
    [{ kind: 'k_meeting_with_items', items: 1 }, 'K-møde, 1 punkt'],
    [{ kind: 'k_meeting_with_items', items: 4 }, 'K-møde, 4 punkter'],
    [{ kind: 'item', reference: asReference('K7QD-2MXP') }, 'Punkt K7QD-2MXP'],
    [{ kind: 'deadline', reference: asReference('F3BC-9ZTR') }, 'Frist F3BC-9ZTR'],
    [{ kind: 'deadlines_of_week', count: 1, week: 50 }, '1 frist i uge 50'],
  ])('of %j is %s', (subject, text) => {
    expect(summaryOf(subject)).toBe(text);
  });

  it('let in neutral references only', () => {
    for (const text of ['Sofie', 'a@b.dk', '010108 4321', '', 'K7QD-', 'K7QD\r\nX', 'A'.repeat(21)]) expect(() => asReference(text)).toThrow(RangeError);
  });
});

describe('a calendar', () => {
  const text = calendarText('K-møder, Ungeenheden', new Date('2026-11-23T10:11:12Z'), [eventText(event())]);

  it('names itself and its refresh in the new way and the old', () => {
    const { calendar } = readBack(text);
    expect(['name', 'x-wr-calname', 'refresh-interval', 'x-published-ttl', 'color', 'method'].map((name) => nameOf(calendar, name))).toEqual([
      'K-møder, Ungeenheden', 'K-møder, Ungeenheden', 'PT1H', 'PT1H', 'steelblue', 'PUBLISH',
    ]);
    expect(text).toContain('\r\nLAST-MODIFIED:20261123T101112Z\r\n');
  });

  it('names its maker by an identifier that is registered with nobody, in feeds, mails and calendar servers alike', () => {
    const message = messageText(event(), 'REQUEST', 'k-moede@noerreborg.example', 'freja@noerreborg.example');
    for (const made of [text, message, resourceText(event())]) expect(made).toContain('\r\nPRODID:-//Overgang//Koordinering//DA\r\n');
  });

  it('may be empty', () => {
    expect(readBack(calendarText('K-møder', null, [])).events).toEqual([]);
  });

  it('folds correctly wherever the fold falls in a Danish letter', () => {
    for (let before = 1; before < 80; before += 1) {
      const room = `${'x'.repeat(before)}æøå😀${'y'.repeat(80)}`;
      expect(one({ room }).location).toBe(room);
    }
  });
});

describe('kept texts', () => {
  it('are the same until the event changes', () => {
    const texts = new EventTexts();
    expect(texts.textOf(event())).toBe(texts.textOf(event()));
    expect(texts.textOf(event({ revision: 4 }))).toContain('SEQUENCE:4');
    expect(texts.textOf(event({ cancelled: true }))).toContain('STATUS:CANCELLED');
  });
});
