import type { DeadlineLine } from '../../deadlines/lists/deadline-line.js';
import type { YouthItem } from '../../meetings/bookings/youth-items.js';
import { addYears, type CalendarDate, daysBetween } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { MeasureLine } from '../../youths/measures/list-measures.js';
import { itemStateLabel } from '../words/codes.js';
import { deadlineBadge } from '../words/youth-words.js';
import { packLanes } from './pack-lanes.js';
import { ageText, dayAndWeek, periodText } from './youth-dates.js';

const [FIRST_AGE, LAST_AGE] = [15, 23];
const [LEFT, RIGHT, TOP] = [16, 944, 34];
const [BAR, BAR_STEP, MOST_BARS] = [20, 26, 10];
const [DOT, DOT_STEP, MOST_DOTS] = [11, 27, 6];
const LETTER = 7.2;
const BAND_GAP = 30;

export type MarkShape = 'meeting' | 'open' | 'overdue' | 'met' | 'other';

export interface Mark {
  readonly number: number;
  readonly shape: MarkShape;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** As much of the title as there is room for. */
  readonly label: string;
  readonly labelX: number;
  readonly inside: boolean;
  readonly text: string;
}

export interface TimelineView {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly ages: ReadonlyArray<{ x: number; text: string }>;
  /** Null when the youth is younger or older than the picture shows. */
  readonly todayX: number | null;
  readonly bands: ReadonlyArray<{ y: number; text: string }>;
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
  readonly dotRadius: number;
  /** The same as text: numbered as in the picture. */
  readonly events: ReadonlyArray<{ number: number; text: string; drawn: boolean }>;
  readonly measures: readonly string[];
}

export interface TimelineFacts {
  readonly firstName: string;
  readonly birthDate: CalendarDate;
  readonly today: CalendarDate;
  readonly measures: readonly MeasureLine[];
  readonly items: readonly YouthItem[];
  readonly deadlines: readonly DeadlineLine[];
}

interface Event {
  readonly date: CalendarDate;
  readonly shape: MarkShape;
  readonly text: string;
}

/** The years from 15 to 23 as a picture: measures as bars, meetings and deadlines as numbered marks, and today. */
export function timelineView(facts: TimelineFacts): TimelineView {
  const at = scaleOf(facts.birthDate);
  const bars = barsOf(facts.measures, at);
  const bandsAt = TOP + 16;
  const dotsAt = bandsAt + (1 + Math.max(-1, ...bars.map(({ lane }) => lane))) * BAR_STEP + BAND_GAP + (bars.length === 0 ? BAR_STEP : 0);
  const events = eventsOf(facts);
  const lanes = packLanes(events.map(({ date }) => ({ from: at(date) - DOT, to: at(date) + DOT })), 2, MOST_DOTS);
  const lane = (index: number): number | null => (inPicture(facts.birthDate, events[index]?.date) ? (lanes[index] ?? null) : null);
  const marks = events.flatMap((event, index): Mark[] => {
    const found = lane(index);
    return found === null ? [] : [{ number: index + 1, shape: event.shape, x: at(event.date), y: dotsAt + 20 + found * DOT_STEP, text: event.text }];
  });
  return {
    width: 960, height: Math.max(dotsAt + 20, ...marks.map(({ y }) => y)) + 24, dotRadius: DOT, marks,
    title: `Tidslinje for ${facts.firstName} fra ${FIRST_AGE} til ${LAST_AGE} år`, description: descriptionOf(facts, events.length),
    ages: Array.from({ length: LAST_AGE - FIRST_AGE + 1 }, (_, index) => ({ x: at(addYears(facts.birthDate, FIRST_AGE + index)), text: `${FIRST_AGE + index} år` })),
    todayX: inPicture(facts.birthDate, facts.today) ? at(facts.today) : null,
    bands: [{ y: bandsAt, text: 'Indsatser' }, { y: dotsAt, text: 'Møder og frister' }],
    bars: bars.map(({ lane: row, ...bar }) => ({ ...bar, y: bandsAt + 8 + row * BAR_STEP })),
    events: events.map(({ text }, index) => ({ number: index + 1, text, drawn: lane(index) !== null })),
    measures: facts.measures.map(measureText),
  };
}

function scaleOf(born: CalendarDate): (date: CalendarDate) => number {
  const [first, last] = [addYears(born, FIRST_AGE), addYears(born, LAST_AGE)];
  const span = daysBetween(first, last);
  return (date) => {
    const share = Math.min(1, Math.max(0, daysBetween(first, date) / span));
    return Math.round((LEFT + share * (RIGHT - LEFT)) * 10) / 10;
  };
}

function inPicture(born: CalendarDate, date: CalendarDate | undefined): boolean {
  return date !== undefined && date >= addYears(born, FIRST_AGE) && date <= addYears(born, LAST_AGE);
}

function barsOf(measures: readonly MeasureLine[], at: (date: CalendarDate) => number): Array<Omit<Bar, 'y'> & { lane: number }> {
  const drawn = [...measures].reverse().map((measure) => barOf(measure, at)).filter((bar) => bar.width > 0);
  const lanes = packLanes(drawn.map((bar) => ({ from: bar.x, to: bar.end })), 6, MOST_BARS);
  return drawn.flatMap(({ end: _end, ...bar }, index) => {
    const lane = lanes[index] ?? null;
    return lane === null ? [] : [{ ...bar, lane }];
  });
}

/** A running measure reaches the edge of the picture. A title that its bar has no room for stands beside it. */
function barOf(measure: MeasureLine, at: (date: CalendarDate) => number): Omit<Bar, 'y'> & { end: number } {
  const x = at(measure.startsOn);
  const end = measure.endsOn === null ? RIGHT : at(measure.endsOn);
  const width = Math.round((end - x) * 10) / 10;
  const wanted = measure.title.length * LETTER + 12;
  const inside = wanted <= width || end + wanted > RIGHT;
  const label = inside ? cut(measure.title, Math.floor((width - 12) / LETTER)) : measure.title;
  const room = inside ? end : end + wanted;
  return { x, width, height: BAR, label, labelX: inside ? x + 6 : end + 6, inside, text: measureText(measure), end: room };
}

function cut(text: string, letters: number): string {
  if (text.length <= letters) return text;
  return letters < 3 ? '' : `${text.slice(0, letters - 1)}…`;
}

function eventsOf({ items, deadlines }: TimelineFacts): Event[] {
  const meetings = items.filter(({ state }) => state !== 'cancelled').map((item): Event => {
    const date = dateAt(item.startsAt);
    const state = itemStateLabel(item.state);
    return { date, shape: 'meeting', text: `K-møde ${dayAndWeek(date)}: ${item.typeLabel}${state === null ? '' : ` (${state.toLowerCase()})`}` };
  });
  const due = deadlines.filter(({ state }) => state !== 'superseded').map((line): Event => ({
    date: line.dueOn, shape: shapeOf(line), text: `Frist ${dayAndWeek(line.dueOn)}: ${line.title} (${deadlineBadge(line).text.toLowerCase()})`,
  }));
  return [...meetings, ...due].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function shapeOf(line: DeadlineLine): MarkShape {
  if (line.state === 'open') return line.overdue ? 'overdue' : 'open';
  return line.state === 'met' ? 'met' : 'other';
}

function measureText(measure: MeasureLine): string {
  const law = measure.act === '' ? '' : ` (${measure.act} ${measure.section})`;
  return `${measure.title}${law}, ${measure.department.name}, ${periodText(measure.startsOn, measure.endsOn)}`;
}

function descriptionOf({ birthDate, today, measures }: TimelineFacts, events: number): string {
  return `${FIRST_AGE} år er ${formatDateLongDanish(addYears(birthDate, FIRST_AGE))}, ${LAST_AGE} år er ${formatDateLongDanish(addYears(birthDate, LAST_AGE))}. `
    + `Alderen i dag er ${ageText(birthDate, today)}. Indsatser: ${measures.length}. Møder og frister: ${events}. Listen under billedet siger det samme.`;
}
