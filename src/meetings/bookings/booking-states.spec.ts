import { assertBookingTransition, assertStillBooked, BOOKING_STATES, type BookingState, mayFollow } from './booking-states.js';

describe('the states of a booking', () => {
  it.each<[BookingState, BookingState[]]>([
    ['booked', ['cancelled', 'held']],
    ['cancelled', ['booked']],
    ['held', ['concluded']],
    ['concluded', []],
  ])('let %s become only %j', (from, allowed) => {
    expect(BOOKING_STATES.filter((to) => mayFollow(from, to)).sort()).toEqual(allowed);
  });

  it('refuse the rest as a conflict that says where the booking stands', () => {
    const refusal = expect.objectContaining({ kind: 'conflict', code: 'invalid_transition', extra: { state: 'concluded' } });
    expect(() => assertBookingTransition('concluded', 'cancelled')).toThrow(refusal);
  });

  it('let time and people change only while the booking is ahead', () => {
    expect(() => assertStillBooked('booked')).not.toThrow();
    expect(() => assertStillBooked('held')).toThrow(expect.objectContaining({ code: 'invalid_transition' }));
    expect(() => assertStillBooked('cancelled')).toThrow(expect.objectContaining({ code: 'invalid_transition' }));
  });
});
