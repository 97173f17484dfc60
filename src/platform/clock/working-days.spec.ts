import { parseCalendarDate, type CalendarDate } from './calendar-date.js';
import { isWorkingDay, nextWorkingDay, previousWorkingDay, workingDayOnOrBefore, workingDaysBefore } from './working-days.js';

const d = parseCalendarDate;
const easter = new Set<CalendarDate>(['2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29'].map(d));

describe('working days', () => {
  it('leave out weekends and closed days', () => {
    expect(isWorkingDay(d('2027-03-24'), easter)).toBe(true);
    expect(isWorkingDay(d('2027-03-25'), easter)).toBe(false);
    expect(isWorkingDay(d('2027-04-03'), easter)).toBe(false);
  });

  it('step back over Easter', () => {
    expect(previousWorkingDay(d('2027-03-30'), easter)).toBe('2027-03-24');
    expect(workingDayOnOrBefore(d('2027-03-28'), easter)).toBe('2027-03-24');
    expect(workingDayOnOrBefore(d('2027-03-24'), easter)).toBe('2027-03-24');
    expect(nextWorkingDay(d('2027-03-24'), easter)).toBe('2027-03-30');
  });

  it('count back without the day itself', () => {
    expect(workingDaysBefore(d('2026-12-09'), 5, new Set())).toBe('2026-12-02');
    expect(workingDaysBefore(d('2027-03-31'), 5, easter)).toBe('2027-03-19');
    expect(workingDaysBefore(d('2026-12-09'), 0, new Set())).toBe('2026-12-09');
    expect(() => workingDaysBefore(d('2026-12-09'), -1, new Set())).toThrow(RangeError);
  });
});
