import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { fromToday } from './dates.js';

describe('how far a date lies from today', () => {
  it.each([
    ['2026-11-24', 'i dag'], ['2026-11-25', 'i morgen'], ['2026-11-23', 'i går'], ['2026-12-09', 'om 15 dage'], ['2026-11-20', '4 dage siden'],
    ['2027-03-03', 'om 99 dage'], ['2027-03-04', 'om 3 måneder'], ['2027-11-23', 'om 11 måneder'], ['2027-11-24', 'om 1 år'], ['2027-12-24', 'om 1 år og 1 måned'],
    ['2029-10-13', 'om 2 år og 10 måneder'], ['2025-11-24', '1 år siden'], ['2026-08-10', '3 måneder siden'],
  ])('%s is %s', (date, said) => expect(fromToday(day(date), day('2026-11-24'))).toBe(said));
});
