import { type CalendarDate, isoWeek } from '../../platform/clock/calendar-date.js';
import { formatDateDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import type { DocketDay, DocketItem } from '../../reports/docket/docket.js';
import { areaName, itemStateLabel } from '../words/codes.js';
import { lightsInWords } from '../words/readiness.js';

/** The words of the docket that page, PDF and spreadsheet share. */

/** 'kl. 9.40–10.20' without the 'kl.' */
export function timeSpan(from: Date, to: Date): string {
  return `${formatTimeDanish(from)}–${formatTimeDanish(to)}`;
}

/** 'Onsdag 9. december 2026' */
export function dayName(date: CalendarDate): string {
  const name = formatDateDanish(date);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** 'Onsdag 9. december 2026, uge 50' */
export function dayHeading(date: CalendarDate): string {
  return `${dayName(date)}, uge ${isoWeek(date).week}`;
}

/** Time, place and chair of a day. */
export function dayFacts(day: Pick<DocketDay, 'startsAt' | 'endsAt' | 'room' | 'link' | 'chair'>): string {
  const place = day.room ?? (day.link === null ? null : 'online');
  return [`kl. ${timeSpan(day.startsAt, day.endsAt)}`, place, `mødeleder ${day.chair.name}`].filter((fact) => fact !== null).join(' · ');
}

/** Whose item it is, as far as the reader may know. */
export function whoOf(item: Pick<DocketItem, 'youth' | 'anonymous' | 'areas'>): string {
  if (item.youth !== null) return item.youth.name;
  return `${item.anonymous ? 'Uden navn' : 'Navn vises ikke for dig'} (${item.areas.map(areaName).join(', ')})`;
}

/** '7 voksne, 1 ung' */
export function peopleOf({ adults, youthComes }: Pick<DocketItem, 'adults' | 'youthComes'>): string {
  return `${adults} ${adults === 1 ? 'voksen' : 'voksne'}, ${youthComes ? '1 ung' : 'uden den unge'}`;
}

export interface Mark {
  readonly text: string;
  readonly kind: 'warning' | 'error' | 'info';
}

/** What must be seen at a glance, the most pressing first. */
export function marksOf(item: DocketItem): Mark[] {
  const state = itemStateLabel(item.state);
  return [
    ...(item.urgent ? [{ text: 'Haster', kind: 'error' as const }] : []),
    ...(item.late ? [{ text: 'For sent', kind: 'warning' as const }] : []),
    ...(item.youth?.protected === true ? [{ text: 'Beskyttet', kind: 'warning' as const }] : []),
    ...(state === null ? [] : [{ text: state, kind: 'info' as const }]),
  ];
}

/** What an item lacks, in words; 'Klar' when it lacks nothing; empty for whoever may not see. */
export function readinessText({ readiness }: Pick<DocketItem, 'readiness'>): string {
  if (readiness === null) return '';
  const missing = lightsInWords(readiness).filter(({ ready }) => !ready).map(({ text }) => text);
  return missing.length === 0 ? 'Klar' : missing.join('. ');
}

/** A line of a day in order of time: an item or a free place. */
export type DayRow =
  | { readonly kind: 'item'; readonly item: DocketItem }
  | { readonly kind: 'free'; readonly slot: DocketDay['freeSlots'][number] };

/** Items and free places in order of time; a cancelled day has no free places, nor has one that is over. */
export function rowsOf(day: DocketDay): DayRow[] {
  const free = day.state === 'planned' || day.state === 'closed' ? day.freeSlots : [];
  const rows = [
    ...day.items.map((item) => ({ at: item.startsAt.getTime(), row: { kind: 'item' as const, item } })),
    ...free.map((slot) => ({ at: new Date(slot.startsAt).getTime(), row: { kind: 'free' as const, slot } })),
  ];
  return rows.sort((a, b) => a.at - b.at).map(({ row }) => row);
}
