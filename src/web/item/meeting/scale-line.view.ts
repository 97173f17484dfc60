import type { EarlierRatings, RatingLine } from '../../../agendas/ratings/ratings.js';
import type { Voice } from '../../../agendas/agenda-words.js';
import { formatDateLongDanish, formatDateShortDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';

const WIDTH = 720;
const HEIGHT = 260;
const LEFT = 40;
const RIGHT = 170;
const TOP = 14;
const BOTTOM = 40;
/** Names under one another at the end of the lines need this much. */
const LABEL_GAP = 17;

export interface ScalePoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

export interface ScalePerson {
  readonly key: string;
  readonly voice: Voice;
  readonly name: string;
  readonly points: readonly ScalePoint[];
  /** For the line through the points. */
  readonly path: string;
  readonly labelY: number;
  /** '4, 6 og i dag 8', for whoever reads instead of looking. */
  readonly said: string;
}

export interface ScaleLineView {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly labelX: number;
  readonly grid: ReadonlyArray<{ readonly y: number; readonly value: number }>;
  readonly meetings: ReadonlyArray<{ readonly x: number; readonly text: string; readonly date: string }>;
  readonly people: readonly ScalePerson[];
}

interface Meeting {
  readonly startsAt: Date;
  readonly ratings: ReadonlyArray<Pick<RatingLine, 'voice' | 'voiceName' | 'value'>>;
}

/** The numbers of each person over the meetings, laid out for a picture; null while nobody has given one. */
export function scaleLineView(earlier: readonly EarlierRatings[], present: Meeting): ScaleLineView | null {
  const meetings = [...earlier, present].filter(({ ratings }) => ratings.length > 0);
  if (meetings.length === 0) return null;
  const xOf = (at: number): number => (meetings.length === 1 ? (LEFT + WIDTH - RIGHT) / 2 : Math.round(LEFT + 24 + (at * (WIDTH - LEFT - RIGHT - 48)) / (meetings.length - 1)));
  const people = peopleOf(meetings).map((person) => lineOf(person, meetings, xOf));
  return {
    width: WIDTH, height: HEIGHT, left: LEFT, right: WIDTH - RIGHT, labelX: WIDTH - RIGHT + 14,
    grid: [0, 2, 4, 6, 8, 10].map((value) => ({ value, y: yOf(value) })),
    meetings: meetings.map(({ startsAt }, at) => ({ x: xOf(at), text: formatDateShortDanish(dateAt(startsAt)), date: formatDateLongDanish(dateAt(startsAt)) })),
    people: spread(people),
  };
}

type Person = Pick<ScalePerson, 'key' | 'voice' | 'name'>;

/** The youth first, then in the order in which they spoke. */
function peopleOf(meetings: readonly Meeting[]): Person[] {
  const people = new Map<string, Person>();
  for (const { voice, voiceName } of meetings.flatMap(({ ratings }) => ratings)) {
    const key = `${voice} ${voiceName}`;
    people.set(key, { key, voice, name: voiceName });
  }
  return [...people.values()].sort((a, b) => Number(b.voice === 'youth') - Number(a.voice === 'youth'));
}

function lineOf(person: Person, meetings: readonly Meeting[], xOf: (at: number) => number): ScalePerson {
  const numbers = meetings.map(({ ratings }) => ratings.find(({ voice, voiceName }) => `${voice} ${voiceName}` === person.key)?.value ?? null);
  const points = numbers.flatMap((value, at) => (value === null ? [] : [{ x: xOf(at), y: yOf(value), value }]));
  return {
    ...person, points, path: points.map(({ x, y }) => `${x},${y}`).join(' '), labelY: (points.at(-1)?.y ?? 0) + 4,
    said: meetings.map(({ startsAt }, at) => `${formatDateLongDanish(dateAt(startsAt))}: ${numbers[at] ?? 'intet tal'}`).join(', '),
  };
}

/** Moves the names apart where lines end at the same height. */
function spread(people: readonly ScalePerson[]): ScalePerson[] {
  let last = -LABEL_GAP;
  const moved = [...people].sort((a, b) => a.labelY - b.labelY).map((person) => {
    last = Math.max(person.labelY, last + LABEL_GAP);
    return { ...person, labelY: last };
  });
  return people.map(({ key }) => moved.find((each) => each.key === key)).filter((person) => person !== undefined);
}

function yOf(value: number): number {
  return Math.round(TOP + ((10 - value) * (HEIGHT - TOP - BOTTOM)) / 10);
}
