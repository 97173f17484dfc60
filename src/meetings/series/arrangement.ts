import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DayState } from '../days/day-state.js';

/** A day of the series that lies ahead, as it stands. */
export interface StandingDay {
  readonly id: string;
  readonly nominalDate: CalendarDate;
  readonly date: CalendarDate;
  readonly state: DayState;
  /** A person has moved or cancelled it. */
  readonly settledByHand: boolean;
  /** It has items that still count. */
  readonly booked: boolean;
  /** It differs from what the series says now. */
  readonly differs: boolean;
}

/** What the series says about a nominal date: the date it is held on, or null when it is left out. */
export type Placements = ReadonlyMap<CalendarDate, CalendarDate | null>;

export interface Arrangement {
  readonly create: readonly { nominalDate: CalendarDate; date: CalendarDate }[];
  readonly adapt: readonly { id: string; date: CalendarDate }[];
  readonly revive: readonly { id: string; date: CalendarDate }[];
  readonly cancel: readonly string[];
  /** Days that the series would change or drop but may not: they have items, or a person has settled them. */
  readonly stay: readonly { id: string; date: CalendarDate; because: 'booked' | 'settled_by_hand' }[];
}

/**
 * What to do so that the days ahead are as the series says. A day with items is never moved, changed or dropped, and what a
 * person has settled stays settled. Doing it twice does nothing the second time.
 */
export function arrangeDays(placements: Placements, days: readonly StandingDay[]): Arrangement {
  const byNominal = new Map(days.map((day) => [day.nominalDate, day]));
  const create = [...placements].flatMap(([nominalDate, date]) =>
    date !== null && !byNominal.has(nominalDate) ? [{ nominalDate, date }] : []);
  const arrangement = { create, adapt: [], revive: [], cancel: [], stay: [] } as { -readonly [K in keyof Arrangement]: Arrangement[K][number][] };
  for (const day of days) arrangeDay(day, placements.get(day.nominalDate) ?? null, arrangement);
  return arrangement;
}

function arrangeDay(day: StandingDay, date: CalendarDate | null, into: { -readonly [K in keyof Arrangement]: Arrangement[K][number][] }): void {
  if (day.state === 'held') return;
  if (day.state === 'cancelled') {
    if (date !== null && !day.settledByHand) into.revive.push({ id: day.id, date });
    return;
  }
  if (date !== null && !day.differs) return;
  if (day.booked || day.settledByHand) {
    into.stay.push({ id: day.id, date: day.date, because: day.booked ? 'booked' : 'settled_by_hand' });
  } else if (date === null) {
    into.cancel.push(day.id);
  } else {
    into.adapt.push({ id: day.id, date });
  }
}
