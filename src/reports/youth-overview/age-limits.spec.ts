import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { latestBirthDateAged } from './age-limits.js';

describe('the latest birth date of those who are 18', () => {
  it.each([
    ['2026-11-24', '2008-11-24'],
    ['2026-02-28', '2008-02-29'],
    ['2026-02-27', '2008-02-27'],
    ['2026-03-01', '2008-03-01'],
    ['2028-02-29', '2010-02-28'],
    ['2028-02-28', '2010-02-28'],
  ])('is on %s %s', (on, born) => expect(latestBirthDateAged(18, day(on))).toBe(born));
});
