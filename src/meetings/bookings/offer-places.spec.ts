import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import { type Asking, type ItemToPlace, placesFor } from './offer-places.js';

const TODAY = parseCalendarDate('2026-11-24');
const DATE = parseCalendarDate('2026-12-09');
const at = (time: string): Date => toInstant(DATE, time);
const SLOTS = ([['09:00', '09:40', false], ['09:40', '10:20', false], ['10:40', '11:20', false], ['12:00', '12:30', true]] as const)
  .map(([from, to, urgent], i) => ({ id: from, position: i + 1, startsAt: at(from), endsAt: at(to), urgent }));
const DAY = {
  meetingDayId: 'day', date: DATE, state: 'planned' as const, closesOn: parseCalendarDate('2026-12-02'), slots: SLOTS,
  taken: [{ bookingId: 'malik', from: at('09:00'), to: at('09:40') }],
};
const MALIK: ItemToPlace = { bookingId: 'malik', meetingDayId: 'day', startsAt: at('09:00'), slots: 1, urgent: false };
const SOFIE: ItemToPlace = { bookingId: 'sofie', meetingDayId: 'other', startsAt: at('09:00'), slots: 1, urgent: false };
const NOW: Asking = { today: TODAY, now: toInstant(TODAY, '12:00'), mayReopen: false };

function offered(item: ItemToPlace, over: Partial<Asking> = {}, day: Partial<Parameters<typeof placesFor>[1][number]> = {}): [string, boolean][] {
  return placesFor(item, [{ ...DAY, ...day }], { ...NOW, ...over }).map(({ span, needsReason }) => [span.first.id, needsReason]);
}

describe('the places that an item is offered', () => {
  it('are the free ones, without its own', () => {
    expect(offered(SOFIE)).toEqual([['09:40', false], ['10:40', false]]);
    expect(offered(MALIK)).toEqual([['09:40', false], ['10:40', false]]);
  });

  it('have room for a long item, which may go over its own old time', () => {
    expect(offered({ ...SOFIE, slots: 2 })).toEqual([['09:40', false]]);
    expect(offered({ ...MALIK, slots: 2, startsAt: at('10:40') })).toEqual([['09:00', false], ['09:40', false]]);
  });

  it('keep the urgent slot for the urgent', () => {
    expect(offered({ ...SOFIE, urgent: true }).at(-1)).toEqual(['12:00', false]);
  });

  it('lie on a closed docket only for those who may open it: with a reason, or within the day', () => {
    const closed = { state: 'closed' as const };
    expect(offered(SOFIE, {}, closed)).toEqual([]);
    expect(offered(SOFIE, { mayReopen: true }, closed)).toEqual([['09:40', true], ['10:40', true]]);
    expect(offered(MALIK, { mayReopen: true }, closed)).toEqual([['09:40', false], ['10:40', false]]);
    expect(offered({ ...SOFIE, urgent: true }, {}, closed)).toEqual([['12:00', false]]);
  });

  it('have not begun, and lie on a day that is to be', () => {
    expect(offered(SOFIE, { now: at('10:00') }, { closesOn: DATE })).toEqual([['10:40', false]]);
    expect(offered(SOFIE, {}, { state: 'cancelled' })).toEqual([]);
  });
});
