import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { timeAt, toInstant } from '../../platform/clock/zone.js';
import { nominalDates } from '../series/recurrence.js';
import { DEFAULT_SLOT_PLAN, layOutSlots, planMinutes, slotPlanFault } from './slot-plan.js';

const d = parseCalendarDate;
const times = (plan = DEFAULT_SLOT_PLAN, date = '2026-12-09') => {
  const { slots, endsAt } = layOutSlots(plan, toInstant(d(date), '09:00'));
  return { slots: slots.map((slot) => `${timeAt(slot.startsAt)}-${timeAt(slot.endsAt)}${slot.urgent ? ' akut' : ''}`), ends: timeAt(endsAt) };
};

describe('the slots of a day', () => {
  it('are four of 40 minutes around a break and one urgent of 30 by default', () => {
    expect(planMinutes(DEFAULT_SLOT_PLAN)).toBe(210);
    expect(times()).toEqual({
      slots: ['09:00-09:40', '09:40-10:20', '10:40-11:20', '11:20-12:00', '12:00-12:30 akut'],
      ends: '12:30',
    });
  });

  it('keep 9.00 in Copenhagen over both clock changes', () => {
    const series = { anchorDate: d('2026-10-14'), intervalDays: 14 };
    const days = nominalDates(series, d('2026-10-14'), d('2027-04-15'));
    expect(days.length).toBe(14);
    for (const day of days) expect(times(DEFAULT_SLOT_PLAN, day)).toEqual(times());
    expect(toInstant(d('2026-10-14'), '09:00').toISOString()).toBe('2026-10-14T07:00:00.000Z');
    expect(toInstant(d('2026-10-28'), '09:00').toISOString()).toBe('2026-10-28T08:00:00.000Z');
    expect(toInstant(d('2027-03-31'), '09:00').toISOString()).toBe('2027-03-31T07:00:00.000Z');
  });

  it('count positions without the breaks', () => {
    const { slots } = layOutSlots([{ kind: 'break', minutes: 10 }, { kind: 'slot', minutes: 60 }], new Date(0));
    expect(slots).toEqual([{ position: 1, startsAt: new Date(600_000), endsAt: new Date(4_200_000), urgent: false }]);
  });

  it('need an ordinary slot, at most one urgent and at most ten hours', () => {
    expect(slotPlanFault(DEFAULT_SLOT_PLAN)).toBeUndefined();
    expect(slotPlanFault([{ kind: 'urgent', minutes: 30 }])).toMatch('mindst én');
    expect(slotPlanFault([...DEFAULT_SLOT_PLAN, { kind: 'urgent', minutes: 30 }])).toMatch('højst være én hasteplads');
    expect(slotPlanFault(Array(16).fill({ kind: 'slot', minutes: 40 }))).toMatch('10 timer');
  });
});
