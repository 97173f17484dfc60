import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { docketClosesOn } from './docket-closing.js';

const d = parseCalendarDate;

describe('the closing of a docket', () => {
  it('comes five working days before the day', () => {
    expect(docketClosesOn(d('2026-12-09'), new Set())).toBe('2026-12-02');
  });

  it('comes earlier when closed days lie between', () => {
    const christmas = new Set(['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'].map(d));
    expect(docketClosesOn(d('2026-12-30'), christmas)).toBe('2026-12-21');
  });
});
