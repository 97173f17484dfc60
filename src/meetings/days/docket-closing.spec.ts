import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { docketClosesOn, docketClosesOnFrom } from './docket-closing.js';

const d = parseCalendarDate;

describe('the closing of a docket', () => {
  it('comes five working days before the day', () => {
    expect(docketClosesOn(d('2026-12-09'), new Set())).toBe('2026-12-02');
  });

  it('comes earlier when closed days lie between', () => {
    const christmas = new Set(['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'].map(d));
    expect(docketClosesOn(d('2026-12-30'), christmas)).toBe('2026-12-21');
  });

  it('comes with the day itself when the day is made at short notice', () => {
    expect(docketClosesOnFrom(d('2026-12-01'), d('2026-12-09'), new Set())).toBe('2026-12-02');
    expect(docketClosesOnFrom(d('2026-12-02'), d('2026-12-09'), new Set())).toBe('2026-12-09');
  });
});
