import { parseCalendarDate, type CalendarDate } from '../platform/clock/calendar-date.js';
import { demoCalendar, pastDay } from './demo-calendar.js';

const date = parseCalendarDate;
const open: ReadonlySet<CalendarDate> = new Set();

describe('the days of the demo', () => {
  it('take the latest K-møde as K0 and the first at least three days ahead as K1', () => {
    const calendar = demoCalendar(date('2026-12-01'), open);
    expect([pastDay(calendar, 0), calendar.between, calendar.k1, calendar.k2]).toEqual(['2026-11-25', null, '2026-12-09', '2026-12-23']);
  });

  it.each(['2026-12-07', '2026-12-09'])('know a K-møde that is too near to be K1 (%s)', (today) => {
    const calendar = demoCalendar(date(today), open);
    expect([pastDay(calendar, 0), calendar.between, calendar.k1]).toEqual(['2026-11-25', '2026-12-09', '2026-12-23']);
  });

  it('close the week after K2 from Monday to Friday', () => {
    const calendar = demoCalendar(date('2026-12-01'), open);
    expect([calendar.skipped, calendar.closedWeek]).toEqual(['2027-01-06', { from: '2027-01-04', to: '2027-01-08' }]);
  });

  it('close no week where the Wednesday is closed anyway, and leave closed Wednesdays out', () => {
    const closed = new Set([date('2026-11-25'), date('2027-01-06')]);
    const calendar = demoCalendar(date('2026-12-01'), closed);
    expect([pastDay(calendar, 0), calendar.skipped, calendar.closedWeek]).toEqual(['2026-11-11', '2027-01-06', null]);
  });
});
