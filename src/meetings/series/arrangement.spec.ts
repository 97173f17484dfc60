import { parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { arrangeDays, type StandingDay } from './arrangement.js';

const d = parseCalendarDate;
const NOTHING = { create: [], adapt: [], revive: [], cancel: [], stay: [] };
const placements = (...pairs: [string, string | null][]) => new Map<CalendarDate, CalendarDate | null>(pairs.map(([n, p]) => [d(n), p === null ? null : d(p)]));
const day = (over: Partial<StandingDay> = {}): StandingDay => ({
  id: 'day', nominalDate: d('2026-12-09'), date: d('2026-12-09'), state: 'planned', settledByHand: false, booked: false, differs: false, ...over,
});

describe('the days ahead of a series', () => {
  it('are made where they lack and left out where the series says so', () => {
    const arrangement = arrangeDays(placements(['2026-12-09', '2026-12-09'], ['2026-12-23', null], ['2027-01-06', '2027-01-07']), []);
    expect(arrangement).toEqual({ ...NOTHING, create: ['2026-12-09', '2027-01-06'] });
  });

  it('need nothing more once they are as they should be', () => {
    expect(arrangeDays(placements(['2026-12-09', '2026-12-09']), [day()])).toEqual(NOTHING);
  });

  it('change while nothing is booked on them', () => {
    const moved = placements(['2026-12-09', '2026-12-10']);
    expect(arrangeDays(moved, [day({ differs: true })]).adapt).toEqual(['day']);
    expect(arrangeDays(placements(), [day()]).cancel).toEqual(['day']);
  });

  it('stay as they are when they have items', () => {
    const stays = [{ id: 'day', date: '2026-12-09', because: 'booked' }];
    expect(arrangeDays(placements(['2026-12-09', '2026-12-10']), [day({ differs: true, booked: true })])).toEqual({ ...NOTHING, stay: stays });
    expect(arrangeDays(placements(['2026-12-09', null]), [day({ booked: true })])).toEqual({ ...NOTHING, stay: stays });
  });

  it('stay where a person has put them, and cancelled when a person has cancelled them', () => {
    const byHand = day({ settledByHand: true, differs: true });
    expect(arrangeDays(placements(['2026-12-09', '2026-12-09']), [byHand]).stay[0]?.because).toBe('settled_by_hand');
    expect(arrangeDays(placements(['2026-12-09', '2026-12-09']), [{ ...byHand, state: 'cancelled' }])).toEqual(NOTHING);
  });

  it('come back under the same identity when a left-out date opens again', () => {
    const leftOut = day({ state: 'cancelled' });
    expect(arrangeDays(placements(['2026-12-09', '2026-12-09']), [leftOut]).revive).toEqual(['day']);
    expect(arrangeDays(placements(['2026-12-09', null]), [leftOut])).toEqual(NOTHING);
  });
});
