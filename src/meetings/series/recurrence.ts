import { addDays, daysBetween, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { isWorkingDay, nextWorkingDay, previousWorkingDay } from '../../platform/clock/working-days.js';

export const CLOSED_DAY_POLICIES = ['skip', 'next_working_day', 'previous_working_day'] as const;
export type ClosedDayPolicy = (typeof CLOSED_DAY_POLICIES)[number];

export interface Recurrence {
  /** The first nominal date; every other lies a whole number of intervals from it. */
  readonly anchorDate: CalendarDate;
  readonly intervalDays: number;
}

/**
 * The nominal dates from `from` to `to`, both included: anchor plus whole intervals, never week parity (2026 has a
 * week 53, so "even weeks" and "every 14 days" part there).
 */
export function nominalDates(recurrence: Recurrence, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const { anchorDate, intervalDays } = recurrence;
  const first = Math.max(0, Math.ceil(daysBetween(anchorDate, from) / intervalDays));
  const dates: CalendarDate[] = [];
  for (let step = first; ; step += 1) {
    const date = addDays(anchorDate, step * intervalDays);
    if (date > to) return dates;
    dates.push(date);
  }
}

/** The latest nominal date on or before the date; undefined before the anchor. */
export function latestNominal(recurrence: Recurrence, date: CalendarDate): CalendarDate | undefined {
  const days = daysBetween(recurrence.anchorDate, date);
  if (days < 0) return undefined;
  return addDays(recurrence.anchorDate, days - (days % recurrence.intervalDays));
}

/**
 * The date on which the meeting of a nominal date is held, or null when the policy leaves it out. A meeting that
 * would reach the neighbouring nominal date is left out as well: one K-møde never takes the place of the next.
 */
export function placeNominal(
  nominal: CalendarDate,
  intervalDays: number,
  policy: ClosedDayPolicy,
  closed: ReadonlySet<CalendarDate>,
): CalendarDate | null {
  if (isWorkingDay(nominal, closed)) return nominal;
  if (policy === 'skip') return null;
  const date = policy === 'next_working_day' ? nextWorkingDay(nominal, closed) : previousWorkingDay(nominal, closed);
  return Math.abs(daysBetween(nominal, date)) < intervalDays ? date : null;
}
