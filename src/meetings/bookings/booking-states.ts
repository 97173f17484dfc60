import { conflict } from '../../platform/errors/domain-error.js';

export const BOOKING_STATES = ['booked', 'cancelled', 'held', 'concluded'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** Which state may follow which. A cancelled booking may be restored while nobody has taken its time. */
const NEXT: Readonly<Record<BookingState, readonly BookingState[]>> = {
  booked: ['held', 'cancelled'],
  cancelled: ['booked'],
  held: ['concluded'],
  concluded: [],
};

export const BOOKING_STATE_LABELS: Readonly<Record<BookingState, string>> = {
  booked: 'booket',
  cancelled: 'aflyst',
  held: 'afholdt, mangler afslutning',
  concluded: 'afsluttet',
};

const STANDS: Readonly<Record<BookingState, string>> = {
  booked: 'Punktet er booket og ikke holdt endnu.',
  cancelled: 'Punktet er aflyst.',
  held: 'Punktet er holdt og mangler kun sin afslutning.',
  concluded: 'Punktet er afsluttet og kan ikke ændres mere.',
};

/** Whether the table has the step. */
export function mayFollow(from: BookingState, to: BookingState): boolean {
  return NEXT[from].includes(to);
}

/** Throws 409 `invalid_transition`, saying where the booking stands, when the step is not in the table. */
export function assertBookingTransition(from: BookingState, to: BookingState): void {
  if (!mayFollow(from, to)) throw notNow(from);
}

/** Throws 409 `invalid_transition` unless the booking is still ahead: only then may its time or people change. */
export function assertStillBooked(state: BookingState): void {
  if (state !== 'booked') throw notNow(state);
}

function notNow(state: BookingState): Error {
  return conflict('invalid_transition', `${STANDS[state]} Hent siden igen, før du prøver på ny.`, { state });
}
