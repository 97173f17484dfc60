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
  /** It has items, so that nothing about it may change. */
  readonly booked: boolean;
  /** It differs from what the series says now. */
  readonly differs: boolean;
}

/** What the series says about a nominal date: the date it is held on, or null when it is left out. */
export type Placements = ReadonlyMap<CalendarDate, CalendarDate | null>;

export interface StayingDay {
  readonly id: string;
  readonly date: CalendarDate;
  readonly because: 'booked' | 'settled_by_hand';
}

export interface Arrangement {
  /** Nominal dates that need a day. */
  readonly create: CalendarDate[];
  readonly adapt: string[];
  readonly revive: string[];
  readonly cancel: string[];
  /** Days that the series would change or drop but may not. */
  readonly stay: StayingDay[];
}

/**
 * What to do so that the days ahead are as the series says. A day with items is never moved, changed or dropped, and what a
 * person has settled stays settled. Doing it twice does nothing the second time.
 */
export function arrangeDays(placements: Placements, days: readonly StandingDay[]): Arrangement {
  const nominalDates = new Set(days.map((day) => day.nominalDate));
  const create = [...placements].filter(([nominal, date]) => date !== null && !nominalDates.has(nominal)).map(([nominal]) => nominal);
  const arrangement: Arrangement = { create, adapt: [], revive: [], cancel: [], stay: [] };
  for (const day of days) arrangeDay(day, (placements.get(day.nominalDate) ?? null) !== null, arrangement);
  return arrangement;
}

function arrangeDay(day: StandingDay, placed: boolean, into: Arrangement): void {
  if (day.state === 'held') return;
  if (day.state === 'cancelled') {
    if (placed && !day.settledByHand) into.revive.push(day.id);
    return;
  }
  if (placed && !day.differs) return;
  if (day.booked || day.settledByHand) {
    into.stay.push({ id: day.id, date: day.date, because: day.booked ? 'booked' : 'settled_by_hand' });
  } else {
    (placed ? into.adapt : into.cancel).push(day.id);
  }
}
