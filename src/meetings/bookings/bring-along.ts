import type { Tx } from '../../platform/database/tx.js';
import { conflict, notFound, rule } from '../../platform/errors/domain-error.js';
import { BookingParticipant } from './booking-participant.entity.js';
import { setParticipants } from './change-people.js';
import { openToHandle } from './open-booking.js';

/**
 * Lets one more colleague come to an item, who need not.
 * @throws DomainError as `setParticipants`; conflict `already_comes`
 */
export async function bringAlong(tx: Tx, bookingId: string, staffId: string): Promise<void> {
  const comers = await comersOf(tx, bookingId);
  if (comers.some((each) => each.staffId === staffId)) throw conflict('already_comes', 'Kollegaen er allerede med. Vælg en anden.');
  await setParticipants(tx, bookingId, [...askedFor(comers), staffId]);
}

/**
 * Takes a colleague off an item who need not come.
 * @throws DomainError as `setParticipants`; not_found for one who does not come; rule `must_come`
 */
export async function leaveOut(tx: Tx, bookingId: string, staffId: string): Promise<void> {
  const comers = await comersOf(tx, bookingId);
  const one = comers.find((each) => each.staffId === staffId);
  if (one === undefined) throw notFound();
  if (one.mandatory || one.standing) throw rule('must_come', 'Kollegaen skal med til punktet. Sæt en anden ind i stedet.');
  await setParticipants(tx, bookingId, askedFor(comers).filter((each) => each !== staffId));
}

async function comersOf(tx: Tx, bookingId: string): Promise<BookingParticipant[]> {
  const { booking } = await openToHandle(tx, bookingId);
  return tx.manager.findBy(BookingParticipant, { bookingId: booking.id });
}

/** Those who are asked to the item itself; the others sit on its day. */
function askedFor(comers: readonly BookingParticipant[]): string[] {
  return comers.filter(({ standing }) => !standing).map(({ staffId }) => staffId);
}
