import { addDays, daysBetween, parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { ageOn, birthday, shift } from './birthdays.js';

const d = parseCalendarDate;

describe('an age', () => {
  it('is reached on the anniversary, not when days divided by 365 say so', () => {
    const birth = d('2008-11-27');
    expect(Math.floor(daysBetween(birth, d('2026-11-23')) / 365)).toBe(18);
    expect(ageOn(birth, d('2026-11-23'))).toBe(17);
    expect(ageOn(birth, d('2026-11-26'))).toBe(17);
    expect(ageOn(birth, d('2026-11-27'))).toBe(18);
  });

  it('of one born on 29 February is reached by the choice of the municipality', () => {
    const birth = d('2008-02-29');
    expect(birthday(birth, 18)).toBe('2026-02-28');
    expect(birthday(birth, 18, '1_march')).toBe('2026-03-01');
    expect(birthday(birth, 16, '1_march')).toBe('2024-02-29');
    expect(ageOn(birth, d('2026-02-28'))).toBe(18);
    expect(ageOn(birth, d('2026-02-28'), '1_march')).toBe(17);
    expect(ageOn(birth, d('2026-03-01'), '1_march')).toBe(18);
  });

  it('is the same on the eve for every day of birth', () => {
    for (let birth = d('2008-01-01'); birth < d('2009-01-01'); birth = addDays(birth, 1)) {
      expect(ageOn(birth, birthday(birth, 18))).toBe(18);
      expect(ageOn(birth, addDays(birthday(birth, 18), -1))).toBe(17);
    }
  });
});

describe('an offset', () => {
  it('clamps to the end of the month before it counts days', () => {
    expect(shift(d('2027-08-31'), { months: -6 })).toBe('2027-02-28');
    expect(shift(d('2027-08-31'), { months: -6, days: -1 })).toBe('2027-02-27');
    expect(shift(d('2024-02-29'), { years: 5 })).toBe('2029-02-28');
    expect(shift(d('2026-12-09'), {})).toBe('2026-12-09');
  });
});
