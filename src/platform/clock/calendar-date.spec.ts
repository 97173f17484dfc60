import {
  addDays, addMonths, addYears, calendarDate, dayNumber, daysBetween, fromDayNumber, isCalendarDate, isoWeek, mondayOf,
  parseCalendarDate, weekday,
} from './calendar-date.js';

const d = parseCalendarDate;

describe('a calendar date', () => {
  it('refuses days that do not exist and other forms', () => {
    for (const text of ['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '']) {
      expect(() => d(text)).toThrow(RangeError);
      expect(isCalendarDate(text)).toBe(false);
    }
    expect(d('2028-02-29')).toBe('2028-02-29');
    expect(() => calendarDate(2026, 2, 29)).toThrow(RangeError);
  });

  it('compares as text', () => {
    expect(d('2026-09-30') < d('2026-10-01')).toBe(true);
  });

  it('adds days over month, year and leap day', () => {
    expect(addDays(d('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(d('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(d('2028-03-01'), -1)).toBe('2028-02-29');
    expect(addDays(d('2026-03-28'), 2)).toBe('2026-03-30');
  });

  it('clamps months to the last day of a shorter month', () => {
    expect(addMonths(d('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(d('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(d('2027-08-31'), -6)).toBe('2027-02-28');
    expect(addMonths(d('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(d('2026-03-31'), -1)).toBe('2026-02-28');
  });

  it('takes 29 February to 28 February in a common year', () => {
    expect(addYears(d('2008-02-29'), 18)).toBe('2026-02-28');
    expect(addYears(d('2008-02-29'), 20)).toBe('2028-02-29');
  });

  it('counts days between, both ways, and round-trips day numbers', () => {
    expect(daysBetween(d('2026-02-28'), d('2026-03-01'))).toBe(1);
    expect(daysBetween(d('2026-03-01'), d('2026-02-28'))).toBe(-1);
    for (let day = -200_000; day < 60_000; day += 97) expect(dayNumber(fromDayNumber(day))).toBe(day);
    expect(dayNumber(d('0099-12-31')) + 1).toBe(dayNumber(d('0100-01-01')));
  });

  it('knows weekdays and the week 53 of 2026', () => {
    expect(weekday(d('2026-12-09'))).toBe(3);
    expect(weekday(d('1969-12-28'))).toBe(7);
    expect(isoWeek(d('2027-01-01'))).toEqual({ year: 2026, week: 53 });
    expect(isoWeek(d('2026-12-28'))).toEqual({ year: 2026, week: 53 });
    expect(isoWeek(d('2027-01-04'))).toEqual({ year: 2027, week: 1 });
    expect(isoWeek(d('2024-12-30'))).toEqual({ year: 2025, week: 1 });
    expect(isoWeek(d('2020-09-09'))).toEqual({ year: 2020, week: 37 });
    expect(mondayOf(d('2027-01-03'))).toBe('2026-12-28');
  });

  it('refuses broken counts and dates out of range', () => {
    expect(() => addDays(d('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addDays(d('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(d('9999-12-31'), 1)).toThrow(RangeError);
  });
});
