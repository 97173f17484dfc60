import type { DeadlineLine } from '../../deadlines/lists/deadline-line.js';
import type { YouthItem } from '../../meetings/bookings/youth-items.js';
import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import type { MeasureLine } from '../../youths/measures/list-measures.js';
import { timelineView } from './timeline.view.js';

const day = parseCalendarDate;
const born = day('2009-06-15');

function measure(startsOn: string, endsOn: string | null, title = 'Fast kontaktperson'): MeasureLine {
  return {
    id: startsOn, department: { id: 'd', code: 'u', name: 'Ungeenheden' }, title, act: 'barnets lov', section: '§ 32', startsOn: day(startsOn),
    endsOn: endsOn === null ? null : day(endsOn), open: true,
  };
}

function deadline(dueOn: string, over: Partial<DeadlineLine> = {}): DeadlineLine {
  return { id: dueOn, title: 'Overgangsmødet er holdt', dueOn: day(dueOn), state: 'open', overdue: false, late: false, ...over } as DeadlineLine;
}

const item: YouthItem = {
  id: 'i', referralId: 'r', typeLabel: 'Overgang til voksenlivet', startsAt: new Date('2026-12-09T08:40:00Z'),
  endsAt: new Date('2026-12-09T09:20:00Z'), state: 'booked', urgent: false,
};

function picture(over: Partial<Parameters<typeof timelineView>[0]> = {}) {
  return timelineView({ firstName: 'Sofie', birthDate: born, today: day('2026-11-24'), measures: [], items: [], deadlines: [], ...over });
}

describe('the timeline', () => {
  it('runs from the 15th to the 23rd birthday with a line for today', () => {
    const { ages, todayX } = picture();
    expect(ages.map(({ text }) => text)).toEqual(['15 år', '16 år', '17 år', '18 år', '19 år', '20 år', '21 år', '22 år', '23 år']);
    expect(todayX).toBeGreaterThan(ages[2]?.x ?? 0);
    expect(todayX).toBeLessThan(ages[3]?.x ?? 0);
  });

  it('has no line for today when the youth is older than the picture', () => {
    expect(picture({ today: day('2033-01-01') }).todayX).toBeNull();
  });

  it('numbers meetings and deadlines by date, in the picture and in the list alike', () => {
    const { marks, events } = picture({ items: [item], deadlines: [deadline('2026-06-15', { overdue: true }), deadline('2027-06-14')] });
    expect(marks.map(({ number, shape }) => [number, shape])).toEqual([[1, 'overdue'], [2, 'meeting'], [3, 'open']]);
    expect(events[1]?.text).toBe('K-møde 9. december 2026, uge 50: Overgang til voksenlivet');
    expect(events.every(({ drawn }) => drawn)).toBe(true);
  });

  it('says of what lies outside that it stands in the list alone', () => {
    const { marks, events } = picture({ deadlines: [deadline('2023-06-15', { state: 'historic' })] });
    expect(marks).toEqual([]);
    expect(events).toEqual([expect.objectContaining({ number: 1, drawn: false })]);
  });

  it('leaves out what has been replaced or cancelled', () => {
    const { events } = picture({ items: [{ ...item, state: 'cancelled' }], deadlines: [deadline('2027-06-14', { state: 'superseded' })] });
    expect(events).toEqual([]);
  });

  it('lets marks of one day stand under each other', () => {
    const { marks } = picture({ deadlines: [deadline('2027-06-14'), deadline('2027-06-14', { id: 'b' })] });
    expect(marks[0]?.x).toBe(marks[1]?.x);
    expect(marks[0]?.y).toBeLessThan(marks[1]?.y ?? 0);
  });

  it('draws a running measure to the edge and puts overlapping ones in rows of their own', () => {
    const { bars, ages } = picture({ measures: [measure('2026-01-01', null), measure('2025-01-01', '2026-06-30')] });
    expect((bars[1]?.x ?? 0) + (bars[1]?.width ?? 0)).toBeCloseTo(ages[8]?.x ?? 0);
    expect(bars[0]?.y).not.toBe(bars[1]?.y);
  });

  it('does not grow without end', () => {
    const many = Array.from({ length: 500 }, () => measure('2025-01-01', null));
    expect(picture({ measures: many }).height).toBeLessThan(600);
  });
});
