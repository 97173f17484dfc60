import { type DaySlot, isFree, spanFrom, spansOf } from './slot-span.js';

function at(time: string): Date {
  return new Date(`2026-12-09T${time}:00Z`);
}

function slot(position: number, from: string, to: string, urgent = false): DaySlot {
  return { id: `slot-${position}`, position, startsAt: at(from), endsAt: at(to), urgent };
}

/** Four slots of 40 minutes with a break of 20 in the middle and the urgent one last. */
const DAY = [
  slot(1, '08:00', '08:40'), slot(2, '08:40', '09:20'), slot(3, '09:40', '10:20'), slot(4, '10:20', '11:00'),
  slot(5, '11:00', '11:30', true),
];

describe('the slots an item takes', () => {
  it('are one, or two adjoining', () => {
    expect(spanFrom(DAY, 'slot-1', 1)).toMatchObject({ startsAt: at('08:00'), endsAt: at('08:40') });
    expect(spanFrom(DAY, 'slot-1', 2)).toMatchObject({ startsAt: at('08:00'), endsAt: at('09:20') });
  });

  it('may include the break between them', () => {
    expect(spanFrom(DAY, 'slot-2', 2)).toMatchObject({ startsAt: at('08:40'), endsAt: at('10:20') });
  });

  it('never run into the urgent slot, nor over the end of the day', () => {
    expect(spanFrom(DAY, 'slot-4', 2)).toBeNull();
    expect(spanFrom(DAY.slice(0, 4), 'slot-4', 2)).toBeNull();
  });

  it('are the urgent slot alone for an urgent item, also of a long type', () => {
    expect(spanFrom(DAY, 'slot-5', 2)).toMatchObject({ startsAt: at('11:00'), endsAt: at('11:30'), urgent: true });
  });

  it('do not exist for a slot of another day', () => {
    expect(spanFrom(DAY, 'elsewhere', 1)).toBeNull();
  });

  it('are listed with the urgent slot only for the urgent', () => {
    expect(spansOf(DAY, 1, false).map((each) => each.first.position)).toEqual([1, 2, 3, 4]);
    expect(spansOf(DAY, 1, true).map((each) => each.first.position)).toEqual([1, 2, 3, 4, 5]);
    expect(spansOf(DAY, 2, false).map((each) => each.first.position)).toEqual([1, 2, 3]);
  });
});

describe('the docket', () => {
  it('is free where nobody overlaps; meeting end to end is not overlapping', () => {
    const taken = [{ from: at('08:40'), to: at('09:20') }];
    expect(isFree({ startsAt: at('08:00'), endsAt: at('08:40') }, taken)).toBe(true);
    expect(isFree({ startsAt: at('09:20'), endsAt: at('10:20') }, taken)).toBe(true);
    expect(isFree({ startsAt: at('08:00'), endsAt: at('09:20') }, taken)).toBe(false);
    expect(isFree({ startsAt: at('08:50'), endsAt: at('09:00') }, taken)).toBe(false);
  });
});
