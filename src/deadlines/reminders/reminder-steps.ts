import { daysBetween, type CalendarDate } from '../../platform/clock/calendar-date.js';

export type ReminderStep = 'days_90' | 'days_30' | 'days_7' | 'overdue';

/** Days before the due date, nearest first. */
const AHEAD: readonly (readonly [ReminderStep, number])[] = [['days_7', 7], ['days_30', 30], ['days_90', 90]];

/**
 * The one step that a deadline is at on a date; steps that were missed on the way are not made up for. Null while the
 * due date is more than 90 days ahead. Between due date and `lateAfter` it stays at the last step before overdue.
 */
export function reminderStep(deadline: { dueOn: CalendarDate; lateAfter: CalendarDate }, asOf: CalendarDate): ReminderStep | null {
  if (asOf > deadline.lateAfter) return 'overdue';
  const daysLeft = daysBetween(asOf, deadline.dueOn);
  return AHEAD.find(([, days]) => daysLeft <= days)?.[0] ?? null;
}
