import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { fromToday } from './dates.js';

describe('how far a date lies from today', () => {
  it.each([['2026-11-24', 'i dag'], ['2026-11-25', 'i morgen'], ['2026-11-23', 'i går'], ['2026-12-09', 'om 15 dage'], ['2026-11-20', '4 dage siden']])(
    '%s is %s',
    (date, said) => expect(fromToday(day(date), day('2026-11-24'))).toBe(said),
  );
});
