import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { ageText, dayAndWeek, meetingTime, periodText } from './youth-dates.js';

describe('how the page says dates', () => {
  it.each([
    ['2009-06-15', '2026-11-24', '17 år og 5 måneder'],
    ['2009-06-15', '2026-06-14', '16 år og 11 måneder'],
    ['2009-06-15', '2026-06-15', '17 år'],
    ['2009-06-15', '2026-07-15', '17 år og 1 måned'],
    ['2008-02-29', '2026-02-27', '17 år og 11 måneder'],
  ])('born %s is on %s %s', (born, on, text) => {
    expect(ageText(day(born), day(on))).toBe(text);
  });

  it('names the week', () => {
    expect(dayAndWeek(day('2026-12-09'))).toBe('9. december 2026, uge 50');
    expect(meetingTime(new Date('2026-12-09T08:40:00Z'), new Date('2026-12-09T09:20:00Z'))).toBe('onsdag 9. december 2026 kl. 9.40–10.20, uge 50');
  });

  it('says how long something runs', () => {
    expect(periodText(day('2026-11-24'), null)).toBe('fra 24. november 2026');
    expect(periodText(day('2024-01-01'), day('2026-07-31'))).toBe('1. januar 2024 – 31. juli 2026');
  });
});
