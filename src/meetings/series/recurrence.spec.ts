import { isoWeek, parseCalendarDate, weekday, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { latestNominal, nominalDates, placeNominal } from './recurrence.js';

const d = parseCalendarDate;
const fortnightly = { anchorDate: d('2020-09-09'), intervalDays: 14 };
const closed = (...dates: string[]): ReadonlySet<CalendarDate> => new Set(dates.map(d));

describe('the dates of a series', () => {
  it('go on by 14 days over the week 53 of 2026, where even weeks would not', () => {
    const dates = nominalDates(fortnightly, d('2026-12-01'), d('2027-01-31'));
    expect(dates).toEqual(['2026-12-09', '2026-12-23', '2027-01-06', '2027-01-20']);
    expect(dates.map((date) => isoWeek(date).week)).toEqual([50, 52, 1, 3]);
  });

  it('stay on their weekday, 14 days apart, for ten years', () => {
    const dates = nominalDates(fortnightly, d('2020-01-01'), d('2030-12-31'));
    expect(dates[0]).toBe('2020-09-09');
    expect(new Set(dates.map(weekday))).toEqual(new Set([3]));
  });

  it('include both ends and nothing before the anchor', () => {
    expect(nominalDates(fortnightly, d('2020-09-23'), d('2020-10-07'))).toEqual(['2020-09-23', '2020-10-07']);
    expect(nominalDates(fortnightly, d('2020-08-01'), d('2020-09-08'))).toEqual([]);
  });

  it('find the latest on or before a date', () => {
    expect(latestNominal(fortnightly, d('2026-12-22'))).toBe('2026-12-09');
    expect(latestNominal(fortnightly, d('2026-12-23'))).toBe('2026-12-23');
    expect(latestNominal(fortnightly, d('2020-09-08'))).toBeUndefined();
  });
});

describe('a nominal date that is closed', () => {
  const holidayWeek = closed('2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16');

  it('is left out, moved on or moved back, as the policy says', () => {
    expect(placeNominal(d('2026-10-14'), 14, 'skip', holidayWeek)).toBeNull();
    expect(placeNominal(d('2026-10-14'), 14, 'next_working_day', holidayWeek)).toBe('2026-10-19');
    expect(placeNominal(d('2026-10-14'), 14, 'previous_working_day', holidayWeek)).toBe('2026-10-09');
  });

  it('counts a weekend as closed', () => {
    expect(placeNominal(d('2026-10-10'), 10, 'next_working_day', closed())).toBe('2026-10-12');
  });

  it('is left out when the meeting would run into the next one', () => {
    expect(placeNominal(d('2026-10-14'), 5, 'next_working_day', holidayWeek)).toBeNull();
  });

  it('stays where it is on a working day', () => {
    expect(placeNominal(d('2026-10-14'), 14, 'skip', closed())).toBe('2026-10-14');
  });
});
