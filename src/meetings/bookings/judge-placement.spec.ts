import { type CalendarDate, parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import type { DayDocket, DayDocketItem } from '../occupancy/day-docket.js';
import { type FormerPlace, judgePlacement, type PlacementQuestion } from './judge-placement.js';

const d = parseCalendarDate;
const DATE = d('2026-12-09');
const TIMES: ReadonlyArray<[string, string, boolean]> = [
  ['09:00', '09:40', false], ['09:40', '10:20', false], ['10:40', '11:20', false], ['12:00', '12:30', true],
];

function taken(...times: string[]): DayDocketItem[] {
  return TIMES.filter(([from]) => times.includes(from)).map(([from, to]) => ({ bookingId: 'other', from: toInstant(DATE, from), to: toInstant(DATE, to) }));
}

function ask(question: Partial<PlacementQuestion> = {}, docket: Partial<DayDocket> = {}): ReturnType<typeof judgePlacement> {
  return judgePlacement({
    docket: {
      meetingDayId: 'day', seriesId: null, date: DATE, state: 'planned', closesOn: d('2026-12-02'), chairId: 'henrik', minuteTakerId: 'karla',
      panel: [], standing: [], taken: [],
      slots: TIMES.map(([from, to, urgent], i) => ({ id: from, position: i + 1, startsAt: toInstant(DATE, from), endsAt: toInstant(DATE, to), urgent })),
      ...docket,
    },
    slotId: '09:00', slots: 1, urgent: false, today: d('2026-11-24'), now: toInstant(d('2026-11-24'), '12:00'), deadlines: [],
    lateReason: null, before: null, mayReopen: false, alreadyOn: false, ...question,
  });
}

/** Where the item lay before, with a reason. */
function lay(date: CalendarDate, meetingDayId = 'day'): FormerPlace {
  return { meetingDayId, date, lateReason: 'Kom sent' };
}

function refusal(code: string): Error {
  return expect.objectContaining({ code }) as Error;
}

describe('a slot', () => {
  it('that is free takes the item, and needs no reason', () => {
    expect(ask({ lateReason: 'Nævnes unødigt' })).toMatchObject({ span: { startsAt: toInstant(DATE, '09:00') }, lateReason: null });
  });

  it('that is taken is refused; so is a day with nothing left', () => {
    expect(() => ask({}, { taken: taken('09:00') })).toThrow(refusal('slot_taken'));
    expect(() => ask({}, { taken: taken('09:00', '09:40', '10:40') })).toThrow(refusal('day_full'));
    expect(() => ask({ slots: 2, slotId: '09:40' }, { taken: taken('10:40') })).toThrow(refusal('slot_taken'));
    expect(() => ask({ slots: 2 }, { taken: taken('09:40') })).toThrow(refusal('day_full'));
  });

  it('needs the next one for a long item', () => {
    expect(ask({ slots: 2 }).span.endsAt).toEqual(toInstant(DATE, '10:20'));
    expect(() => ask({ slots: 2, slotId: '10:40' })).toThrow(refusal('no_adjoining_slot'));
  });

  it('that is the urgent one takes only urgent items', () => {
    expect(() => ask({ slotId: '12:00' })).toThrow(refusal('urgent_only'));
    expect(ask({ slotId: '12:00', urgent: true, slots: 2 }).span).toMatchObject({ urgent: true });
  });

  it('that has begun, or lies on a day that is not to be, is refused', () => {
    expect(() => ask({ now: toInstant(DATE, '09:00') })).toThrow(refusal('slot_begun'));
    expect(() => ask({}, { state: 'cancelled' })).toThrow(refusal('docket_closed'));
    expect(() => ask({}, { state: 'held' })).toThrow(refusal('docket_closed'));
  });
});

describe('a closed docket', () => {
  const closed = { today: d('2026-12-02') };

  it('takes nothing from a caseworker, with or without a reason', () => {
    expect(() => ask(closed)).toThrow(refusal('docket_closed'));
    expect(() => ask({ ...closed, lateReason: 'Haster' })).toThrow(refusal('docket_closed'));
    expect(() => ask({}, { state: 'closed' })).toThrow(refusal('docket_closed'));
  });

  it('takes an item with a reason from the secretary or the chair', () => {
    expect(() => ask({ ...closed, mayReopen: true })).toThrow(refusal('docket_closed'));
    expect(ask({ ...closed, mayReopen: true, lateReason: 'Aftalt med mødelederen' }).lateReason).toBe('Aftalt med mødelederen');
  });

  it('lets the secretary and the chair change the order of what lies on it, without a reason and keeping an old one', () => {
    expect(ask({ ...closed, mayReopen: true, alreadyOn: true }).lateReason).toBeNull();
    expect(ask({ ...closed, mayReopen: true, alreadyOn: true, before: lay(DATE) }).lateReason).toBe('Kom sent');
    expect(() => ask({ ...closed, alreadyOn: true })).toThrow(refusal('docket_closed'));
  });

  it('takes an item back that had a reason for the same day, not one with a reason for another', () => {
    const back = { ...closed, mayReopen: true };
    expect(ask({ ...back, before: lay(DATE) }).lateReason).toBe('Kom sent');
    expect(() => ask({ ...back, before: lay(d('2026-12-08'), 'another day') })).toThrow(refusal('docket_closed'));
    expect(() => ask({ ...back, before: lay(d('2026-12-08')) })).toThrow(refusal('docket_closed'));
    expect(ask({ ...back, before: lay(d('2026-12-08'), 'another day'), lateReason: 'Aftalt i dag' }).lateReason).toBe('Aftalt i dag');
  });

  it('takes an urgent item on the urgent slot, not on the others', () => {
    expect(ask({ ...closed, urgent: true, slotId: '12:00' }).lateReason).toBeNull();
    expect(() => ask({ ...closed, urgent: true })).toThrow(refusal('docket_closed'));
  });
});

describe('a deadline', () => {
  it('is kept by a day before it, not by the day itself', () => {
    expect(ask({ deadlines: [d('2026-12-10')] }).lateReason).toBeNull();
    expect(() => ask({ deadlines: [DATE] })).toThrow(refusal('after_deadline'));
  });

  it('may be passed with a reason, which is kept', () => {
    expect(ask({ deadlines: [DATE], lateReason: 'Den unge er på ophold' }).lateReason).toBe('Den unge er på ophold');
  });

  it('is not passed on a reason that was given while the item still lay before it', () => {
    expect(() => ask({ deadlines: [DATE], before: lay(d('2026-12-08')) })).toThrow(refusal('after_deadline'));
    expect(ask({ deadlines: [DATE], before: lay(d('2026-12-08')), lateReason: 'Den unge er på ophold' }).lateReason).toBe('Den unge er på ophold');
  });

  it('that the item lay after already needs no new reason, but a second one does', () => {
    const late = { before: lay(d('2026-12-04')) };
    expect(ask({ ...late, deadlines: [d('2026-12-04')] }).lateReason).toBe('Kom sent');
    expect(ask({ ...late, deadlines: [d('2026-12-04'), d('2026-12-10')] }).lateReason).toBe('Kom sent');
    const second = expect.objectContaining({ code: 'after_deadline', extra: { deadline: DATE } }) as Error;
    expect(() => ask({ ...late, deadlines: [d('2026-12-04'), DATE] })).toThrow(second);
  });

  it('that the item lay after without a reason still needs one', () => {
    expect(() => ask({ deadlines: [d('2026-12-04')], before: { ...lay(d('2026-12-04')), lateReason: null } })).toThrow(refusal('after_deadline'));
  });
});
