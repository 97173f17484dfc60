import type { DocketDay } from '../../reports/docket/docket.js';
import { dayStateLabel } from '../words/codes.js';
import { dayName } from './docket-words.js';

/** A day in one line: what a team leader must see in five seconds. */
export interface DaySummary {
  readonly id: string;
  readonly name: string;
  /** '4 punkter' */
  readonly items: string;
  /** '1 ikke klar'; null when all that the reader may see are ready. */
  readonly notReady: string | null;
  readonly rest: readonly string[];
}

/** "Onsdag 9. december 2026: 4 punkter, 1 ikke klar, 1 fri plads, hasteplads fri" */
export function daySummary(day: DocketDay): DaySummary {
  const unready = day.items.filter(({ state, readiness }) => state === 'booked' && readiness?.ready === false).length;
  return {
    id: day.id, name: dayName(day.date), items: counted(day.items.length, 'punkt', 'punkter'),
    notReady: unready === 0 ? null : `${unready} ikke ${unready === 1 ? 'klar' : 'klare'}`,
    rest: [...hidden(day), ...places(day), dayStateLabel(day.state)?.toLocaleLowerCase('da') ?? null].filter((each) => each !== null),
  };
}

/** The same as one sentence. */
export function summaryText({ name, items, notReady, rest }: DaySummary): string {
  return `${name}: ${[items, notReady, ...rest].filter((each) => each !== null).join(', ')}`;
}

function hidden({ items }: DocketDay): string[] {
  const unseen = items.filter(({ readiness }) => readiness === null).length;
  return unseen === 0 ? [] : [`${unseen} vises uden navn for dig`];
}

function places({ state, free, freeSlots }: DocketDay): string[] {
  if (state !== 'planned' && state !== 'closed') return [];
  const urgent = freeSlots.some((slot) => slot.urgent);
  return [free === 0 ? 'ingen frie pladser' : counted(free, 'fri plads', 'frie pladser'), urgent ? 'hasteplads fri' : 'hasteplads taget'];
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
