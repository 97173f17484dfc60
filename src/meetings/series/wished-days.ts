import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import { docketClosesOn } from '../days/docket-closing.js';
import { type LaidOutSlot, layOutSlots } from '../days/slot-plan.js';
import type { MeetingSeries } from './meeting-series.entity.js';
import { nominalDates, placeNominal } from './recurrence.js';

/** Days are made so far ahead: 26 weeks. */
export const HORIZON_DAYS = 182;

type Rhythm = Pick<MeetingSeries, 'anchorDate' | 'intervalDays' | 'startsAtTime' | 'slotPlan' | 'closedDayPolicy' | 'endedOn'>;

/** A day as the series wants it. */
export interface WishedDay {
  readonly nominalDate: CalendarDate;
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closesOn: CalendarDate;
  readonly slots: readonly LaidOutSlot[];
}

/** The range of closed days that wishes up to a nominal date depend on. */
export function closedRange(today: CalendarDate, lastNominal: CalendarDate): { from: CalendarDate; to: CalendarDate } {
  return { from: addDays(today, -120), to: addDays(lastNominal, 120) };
}

/**
 * What the series wants for each nominal date up to `lastNominal`: a day, or null where it is closed, past the series' end or
 * begun already. Starts one interval back, as a closed date may have been moved on into the future.
 */
export function wishedDays(
  rhythm: Rhythm, now: Date, today: CalendarDate, lastNominal: CalendarDate, closed: ReadonlySet<CalendarDate>,
): Map<CalendarDate, WishedDay | null> {
  const nominals = nominalDates(rhythm, addDays(today, -rhythm.intervalDays), lastNominal);
  return new Map(nominals.map((nominal) => [nominal, wish(rhythm, nominal, now, closed)]));
}

function wish(rhythm: Rhythm, nominalDate: CalendarDate, now: Date, closed: ReadonlySet<CalendarDate>): WishedDay | null {
  if (rhythm.endedOn !== null && nominalDate > rhythm.endedOn) return null;
  const date = placeNominal(nominalDate, rhythm.intervalDays, rhythm.closedDayPolicy, closed);
  if (date === null) return null;
  const startsAt = toInstant(date, rhythm.startsAtTime);
  if (startsAt <= now) return null;
  return { nominalDate, date, startsAt, ...layOutSlots(rhythm.slotPlan, startsAt), closesOn: docketClosesOn(date, closed) };
}
