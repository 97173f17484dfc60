import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import type { DocketDay, DocketItem } from '../../reports/docket/docket.js';
import { daySummary, summaryText } from './day-summary.js';
import { rowsOf } from './docket-words.js';

const DATE = parseCalendarDate('2026-12-09');
const light = (ready: boolean) => ({ ready, missing: [] });
const slot = (from: string, urgent = false) => ({ id: from, startsAt: toInstant(DATE, from).toISOString(), endsAt: toInstant(DATE, from).toISOString(), urgent });

function item(from: string, ready: boolean | null, over: Partial<DocketItem> = {}): DocketItem {
  return {
    id: from, startsAt: toInstant(DATE, from), state: 'booked',
    readiness: ready === null ? null : { ready, basis: light(ready), decisionPower: light(true), youth: light(true) }, ...over,
  } as DocketItem;
}

function day(items: readonly DocketItem[], over: Partial<DocketDay> = {}): DocketDay {
  return { id: 'day', date: DATE, state: 'planned', items, free: 1, freeSlots: [slot('11:20'), slot('12:00', true)], ...over } as DocketDay;
}

describe('a day in one line', () => {
  const items = [item('09:00', true), item('09:40', false), item('10:40', true), item('10:00', true)];

  it('says what is not ready and what is free', () => {
    expect(summaryText(daySummary(day(items)))).toBe('Onsdag 9. december 2026: 4 punkter, 1 ikke klar, 1 fri plads, hasteplads fri');
  });

  it('says nothing of readiness where all are ready, and counts what the reader may not see', () => {
    expect(daySummary(day([item('09:00', true), item('09:40', null)])).notReady).toBeNull();
    expect(daySummary(day([item('09:40', null)])).rest[0]).toBe('1 vises uden navn for dig');
  });

  it('leaves out places of a day that is over, and items that were held', () => {
    expect(summaryText(daySummary(day([item('09:00', false, { state: 'held' })], { state: 'held' })))).toBe('Onsdag 9. december 2026: 1 punkt, afholdt');
  });

  it('tells when a docket is full and closed', () => {
    expect(daySummary(day(items, { state: 'closed', free: 0, freeSlots: [] })).rest).toEqual(['ingen frie pladser', 'hasteplads taget', 'dagsordenen er lukket']);
  });

  it('lays items and free places in order of time; a cancelled day has none that are free', () => {
    expect(rowsOf(day(items)).map((row) => (row.kind === 'item' ? row.item.id : `fri ${row.slot.id}`))).toEqual(['09:00', '09:40', '10:00', '10:40', 'fri 11:20', 'fri 12:00']);
    expect(rowsOf(day([], { state: 'cancelled' }))).toEqual([]);
  });
});
