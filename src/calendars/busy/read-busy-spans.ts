import ICAL from 'ical.js';
import { type BusyTimes, joinSpans, type Span } from './busy-spans.js';
import { instantOf } from './calendar-instant.js';

/** More than that is no person's calendar. */
const MOST_OCCURRENCES = 50_000;

/** Published free/busy times may begin at the instant in which they were asked for. */
const CLOCKS_DIFFER_MS = 3_600_000;

/** The calendar is none, is too much to go through, or says nothing of what is to come. */
export class UnreadableCalendar extends Error {}

/**
 * When a calendar's owner is busy, joined and in order: events that take time (RFC 5545: opaque, not cancelled) with every
 * repetition, and published free/busy times, with how long the calendar speaks of. Nothing else of it comes out.
 * @param ours uids of events that came from here: they are known better, and moving one must not meet itself
 * @throws UnreadableCalendar
 */
export function readBusySpans(text: string, window: Span, ours: ReadonlySet<string>): BusyTimes {
  const calendar = parse(text);
  const events = calendar.getAllSubcomponents('vevent').filter((event) => !ours.has(uidOf(event)));
  const counted = new Counter();
  const spans = [...seriesOf(events)].flatMap(([master, exceptions]) => spansOfEvent(master, exceptions, window, counted));
  const published = calendar.getAllSubcomponents('vfreebusy').flatMap((component) => component.getAllProperties('freebusy')).flatMap(spansOfFreeBusy);
  return { spans: joinSpans([...spans, ...published], window), until: spokenOfUntil(calendar, window) };
}

/**
 * Free/busy times speak of the stretch from DTSTART to DTEND and of nothing after it (RFC 5545, section 3.6.4); a calendar with
 * events speaks of all time.
 */
function spokenOfUntil(calendar: ICAL.Component, window: Span): number {
  const published = calendar.getAllSubcomponents('vfreebusy');
  if (published.length === 0 || calendar.getFirstSubcomponent('vevent') !== null) return window.to;
  const [first] = joinSpans(published.map(stretchOf), window);
  if (first === undefined || first.from > window.from + CLOCKS_DIFFER_MS) throw new UnreadableCalendar('nothing of what is to come');
  return first.to;
}

/** Without its ends it speaks of no more than of the times in it. */
function stretchOf(component: ICAL.Component): Span {
  const times = component.getAllProperties('freebusy').flatMap(periodsOf);
  const instant = (name: string): number | null => {
    const value = component.getFirstPropertyValue(name);
    return value instanceof ICAL.Time ? instantOf(value, zoneNameOf(component)) : null;
  };
  return { from: instant('dtstart') ?? Math.min(...times.map(({ from }) => from)), to: instant('dtend') ?? Math.max(...times.map(({ to }) => to)) };
}

class Counter {
  private count = 0;

  one(): void {
    this.count += 1;
    if (this.count > MOST_OCCURRENCES) throw new UnreadableCalendar('too many occurrences');
  }
}

function parse(text: string): ICAL.Component {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    if (calendar.name === 'vcalendar') return calendar;
  } catch {
    // The parser's words may quote the calendar.
  }
  throw new UnreadableCalendar('no calendar');
}

/** Each event with its repetitions' changes; a change whose series is not in the calendar stands by itself. */
function* seriesOf(events: readonly ICAL.Component[]): Generator<[ICAL.Component, ICAL.Component[]]> {
  const changes = events.filter((event) => event.hasProperty('recurrence-id'));
  for (const master of events.filter((event) => !event.hasProperty('recurrence-id'))) {
    yield [master, changes.filter((change) => uidOf(change) === uidOf(master))];
  }
  for (const change of changes) yield [change, []];
}

function spansOfEvent(component: ICAL.Component, exceptions: ICAL.Component[], window: Span, counted: Counter): Span[] {
  const event = new ICAL.Event(component, { strictExceptions: true, exceptions: exceptions.map((each) => new ICAL.Event(each)) });
  if (!event.isRecurring()) return takesTime(component) ? [spanOf(event.startDate, event.endDate, component)] : [];
  const spans: Span[] = [];
  const occurrences = event.iterator();
  for (let next = occurrences.next() as ICAL.Time | null; next !== null && next !== undefined; next = occurrences.next() as ICAL.Time | null) {
    counted.one();
    if (instantOf(next, zoneNameOf(component)) >= window.to) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (takesTime(item.component)) spans.push(spanOf(startDate, endDate, item.component));
  }
  return spans;
}

/** Absent words mean: it takes time (RFC 5545, section 3.8.2.7). Exchange says more in a word of its own. */
function takesTime(event: ICAL.Component): boolean {
  const word = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  if (word('status') === 'CANCELLED' || word('transp') === 'TRANSPARENT') return false;
  return !['FREE', 'WORKINGELSEWHERE'].includes(word('x-microsoft-cdo-busystatus'));
}

function spanOf(start: ICAL.Time, end: ICAL.Time, component: ICAL.Component): Span {
  const zone = zoneNameOf(component);
  return { from: instantOf(start, zone), to: instantOf(end, zone) };
}

function spansOfFreeBusy(property: ICAL.Property): Span[] {
  if (String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') return [];
  return periodsOf(property);
}

function periodsOf(property: ICAL.Property): Span[] {
  return (property.getValues() as ICAL.Period[]).map((period) => ({ from: instantOf(period.start, null), to: instantOf(period.getEnd(), null) }));
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid') ?? '');
}

function zoneNameOf(event: ICAL.Component): string | null {
  const zone = event.getFirstProperty('dtstart')?.getParameter('tzid');
  return typeof zone === 'string' ? zone : null;
}
