import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, DomainError, notFound, rule } from '../../platform/errors/domain-error.js';
import { isAddress } from '../../platform/mail/mailer.js';
import { NetworkPerson } from '../../youths/network/network-person.entity.js';
import { BookingGuest } from './booking-guest.entity.js';
import { assertStillBooked } from './booking-states.js';
import { Booking } from './booking.entity.js';
import { openToHandle } from './open-booking.js';
import { recordChange } from './record-change.js';

/** Somebody who works with the youth and is not staff: of the youth's network, or named here. */
export interface ProfessionalGiven {
  readonly networkPersonId?: string | undefined;
  readonly name?: string | undefined;
  readonly function?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * Invites a professional from outside to an item, by mail; the youth is asked again, as the answer was to time and people.
 * Returns the guest's id.
 * @throws DomainError not_found; forbidden `not_your_item`; rule `incomplete_guest`; conflict `already_comes`, `comes_as_colleague`,
 * `invalid_transition`
 */
export async function inviteProfessional(tx: Tx, bookingId: string, given: ProfessionalGiven): Promise<string> {
  const { booking: seen } = await openToHandle(tx, bookingId);
  const booking = await tx.lock(Booking, seen.id);
  assertStillBooked(booking.state);
  const guest = await guestOf(tx, booking, given);
  const [known] = await tx.query('SELECT 1 FROM booking_guest WHERE booking_id = $1 AND lower(email) = lower($2)', [bookingId, guest.email], 'guest-known');
  if (known !== undefined) throw conflict('already_comes', 'Personen er allerede inviteret til punktet.');
  await refuseColleague(tx, guest, given.email === undefined ? 'networkPersonId' : 'email');
  await tx.insert(guest);
  await noteOtherPeople(tx, booking);
  return guest.id;
}

/**
 * Takes back the invitation of a professional; the calendar gets a cancellation.
 * @throws DomainError not_found; forbidden `not_your_item`; conflict `invalid_transition`
 */
export async function uninviteProfessional(tx: Tx, bookingId: string, guestId: string): Promise<void> {
  const { booking: seen } = await openToHandle(tx, bookingId);
  const booking = await tx.lock(Booking, seen.id);
  assertStillBooked(booking.state);
  const ofItem = { sql: 'e.booking_id = :guestBooking AND e.email IS NOT NULL', parameters: { guestBooking: bookingId } };
  const guest = await tx.lock(BookingGuest, guestId, () => ofItem);
  await tx.manager.delete(BookingGuest, { id: guest.id });
  await noteOtherPeople(tx, booking);
}

/** A colleague who takes part has an invitation; a second one to the same mailbox would be the same meeting twice. */
async function refuseColleague(tx: Tx, { bookingId, email }: BookingGuest, field: string): Promise<void> {
  const comes = await tx.query(
    `SELECT 1 FROM booking_participant part JOIN staff_member colleague ON colleague.id = part.staff_id AND colleague.deactivated_at IS NULL
     WHERE part.booking_id = $1 AND lower(colleague.email) = lower($2)`, [bookingId, email], 'guest-colleague',
  );
  if (comes.length === 0) return;
  const title = 'Den med mailadressen deltager allerede i punktet som kollega. Skriv en anden adresse, eller lad være med at invitere.';
  throw new DomainError('conflict', 'comes_as_colleague', title, [{ field, code: 'comes_as_colleague', message: 'Mailadressen er en kollegas, som allerede deltager.' }]);
}

async function noteOtherPeople(tx: Tx, booking: Booking): Promise<void> {
  booking.changePeople(tx.now);
  await tx.save(booking);
  await recordChange(tx, booking, 'booking.people_changed', { guests: true });
}

async function guestOf(tx: Tx, booking: Booking, given: ProfessionalGiven): Promise<BookingGuest> {
  const blank = { id: newId(), bookingId: booking.id, answer: null };
  if (given.networkPersonId === undefined) {
    const { name, email } = complete(given.name, given.email);
    return Object.assign(new BookingGuest(), { ...blank, kind: 'external' as const, sourceId: null, name, email, function: given.function ?? null });
  }
  const person = await tx.find(NetworkPerson, given.networkPersonId);
  if (person.youthId !== booking.youthId || person.kind !== 'professional' || person.removedAt !== null) throw notFound();
  const { name, email } = complete(person.name, given.email ?? person.email ?? undefined);
  return Object.assign(new BookingGuest(), { ...blank, kind: 'network_person' as const, sourceId: person.id, name, email, function: person.relation });
}

function complete(name: string | undefined, email: string | undefined): { name: string; email: string } {
  if (name !== undefined && email !== undefined && isAddress(email)) return { name, email };
  throw rule('incomplete_guest', 'Skriv navn og e-mail på den, du inviterer.', [
    ...(name === undefined ? [{ field: 'name', code: 'required', message: 'Skriv personens navn.' }] : []),
    ...(email === undefined || !isAddress(email) ? [{ field: 'email', code: 'required', message: 'Skriv en e-mail, som »navn@skole.dk«.' }] : []),
  ]);
}
