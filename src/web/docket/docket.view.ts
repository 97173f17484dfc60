import { addDays, type CalendarDate, isoWeek } from '../../platform/clock/calendar-date.js';
import { formatDateDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import type { Docket, DocketDay, DocketItem } from '../../reports/docket/docket.js';
import { areaName, dayStateLabel, itemStateLabel } from '../words/codes.js';
import { type LightView, lightsInWords } from '../words/readiness.js';

export interface ItemView {
  readonly id: string;
  readonly time: string;
  readonly type: string;
  readonly who: string;
  readonly people: string;
  readonly names: string;
  readonly lights: readonly LightView[];
  readonly marks: readonly { text: string; kind: 'warning' | 'error' | 'info' }[];
}

export interface DayView {
  readonly id: string;
  readonly heading: string;
  readonly facts: string;
  readonly state: string | null;
  readonly rows: ReadonlyArray<{ kind: 'item'; item: ItemView } | { kind: 'free'; id: string; time: string; urgent: boolean }>;
  readonly free: string;
}

export interface DocketView {
  readonly heading: string;
  readonly days: readonly DayView[];
  readonly previous: string;
  readonly next: string;
}

/** What the docket page says, in words; no decision is made here. */
export function docketView(docket: Docket): DocketView {
  return {
    heading: `${formatDateDanish(docket.from)} – ${formatDateDanish(docket.to)}`,
    days: docket.days.map(dayView),
    previous: dateLink(addDays(docket.from, -1)),
    next: dateLink(addDays(docket.to, 1)),
  };
}

function dateLink(date: CalendarDate): string {
  return `/dagsorden?date=${date}`;
}

function dayView(day: DocketDay): DayView {
  const items = day.items.map((item) => ({ at: item.startsAt.getTime(), row: { kind: 'item' as const, item: itemView(item) } }));
  const free = day.state === 'cancelled' ? [] : day.freeSlots.map((slot) => ({
    at: new Date(slot.startsAt).getTime(),
    row: { kind: 'free' as const, id: slot.id, time: span(new Date(slot.startsAt), new Date(slot.endsAt)), urgent: slot.urgent },
  }));
  const heading = formatDateDanish(day.date);
  return {
    id: day.id,
    heading: `${heading.charAt(0).toUpperCase()}${heading.slice(1)}, uge ${isoWeek(day.date).week}`,
    facts: [`kl. ${span(day.startsAt, day.endsAt)}`, day.room ?? (day.link === null ? null : 'online'), `mødeleder ${day.chair.name}`].filter((fact) => fact !== null).join(' · '),
    state: dayStateLabel(day.state),
    rows: [...items, ...free].sort((a, b) => a.at - b.at).map(({ row }) => row),
    free: `${day.free} af ${day.capacity} pladser er fri`,
  };
}

function itemView(item: DocketItem): ItemView {
  return {
    id: item.id, time: span(item.startsAt, item.endsAt), type: item.typeLabel, who: whoOf(item), people: peopleOf(item),
    names: item.people.map((person) => person.name).join(', '), lights: lightsOf(item), marks: marksOf(item),
  };
}

function whoOf(item: DocketItem): string {
  if (item.youth !== null) return item.youth.name;
  return `${item.anonymous ? 'Uden navn' : 'Navn vises ikke for dig'} (${item.areas.map(areaName).join(', ')})`;
}

function peopleOf(item: DocketItem): string {
  return `${item.adults} ${item.adults === 1 ? 'voksen' : 'voksne'}, ${item.youthComes ? '1 ung' : 'uden den unge'}`;
}

function lightsOf({ readiness }: DocketItem): LightView[] {
  return readiness === null ? [] : lightsInWords(readiness);
}

function marksOf(item: DocketItem): ItemView['marks'] {
  const state = itemStateLabel(item.state);
  return [
    ...(item.urgent ? [{ text: 'Haster', kind: 'error' as const }] : []),
    ...(item.late ? [{ text: 'For sent', kind: 'warning' as const }] : []),
    ...(state === null ? [] : [{ text: state, kind: 'info' as const }]),
  ];
}

function span(from: Date, to: Date): string {
  return `${formatTimeDanish(from)}–${formatTimeDanish(to)}`;
}
