import { addDays, parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { reminderStep, type ReminderStep } from './reminder-steps.js';

const dueOn = parseCalendarDate('2027-03-10');

function stepAt(daysBefore: number, lateAfter: CalendarDate = dueOn): ReminderStep | null {
  return reminderStep({ dueOn, lateAfter }, addDays(dueOn, -daysBefore));
}

describe('the step of a reminder', () => {
  it('is the nearest one, at 90, 30 and 7 days and when overdue', () => {
    expect([91, 90, 31, 30, 8, 7, 0, -1].map((days) => stepAt(days)))
      .toEqual([null, 'days_90', 'days_90', 'days_30', 'days_30', 'days_7', 'days_7', 'overdue']);
  });

  it('is overdue only when the grace is over', () => {
    const lateAfter = parseCalendarDate('2027-05-10');
    expect(stepAt(-61, lateAfter)).toBe('days_7');
    expect(stepAt(-62, lateAfter)).toBe('overdue');
  });
});
