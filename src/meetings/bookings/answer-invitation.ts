import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { requireAnsweredTime } from './answered-time.js';
import { askForSubstitute, settleUnlessDeclined } from './ask-for-substitute.js';
import { BookingGuest } from './booking-guest.entity.js';
import { BookingParticipant, type ParticipantAnswer } from './booking-participant.entity.js';
import { visibleBooking } from './booking-scope.js';
import { assertStillBooked } from './booking-states.js';
import { Booking } from './booking.entity.js';
import { type GivenAnswer, isOlder } from './given-answer.js';
import { recordChange } from './record-change.js';

/**
 * A participant answers the invitation. When one who must come declines, the item is not ready, and the coordinating caseworker
 * (else whoever booked) is asked to find a substitute who may decide the same; the time stays taken until one is found.
 * @param startsAt the beginning that the answer is to; undefined where the caller does not tell
 * @throws DomainError not_found; forbidden `not_invited`; conflict `invalid_transition`; precondition `changed_meanwhile`
 */
export async function answerInvitation(tx: Tx, id: string, answer: ParticipantAnswer, startsAt: string | undefined): Promise<void> {
  const booking = await tx.lock(Booking, id, visibleBooking(tx));
  requireAnsweredTime(booking, startsAt);
  assertStillBooked(booking.state);
  const participant = await tx.manager.findOneBy(BookingParticipant, { bookingId: id, staffId: staffIdOf(tx.actor) });
  if (participant === null) throw forbidden('not_invited', 'Du er ikke inviteret til punktet og kan derfor ikke svare.');
  await setAnswer(tx, booking, participant, { answer, givenAt: tx.now, by: 'person' });
  await recordChange(tx, booking, 'booking.invitation_answered', { answer });
}

/**
 * A participant's answer that came by mail or for the whole day, as if given to the item. Returns false when it has no effect: the
 * person or the item is not to come any more, or the person has answered anew since, by mail or on the page.
 */
export async function answerForStaff(tx: Tx, bookingId: string, staffId: string, given: GivenAnswer): Promise<boolean> {
  const booking = await tx.lock(Booking, bookingId);
  const participant = await tx.manager.findOneBy(BookingParticipant, { bookingId, staffId });
  if (booking.state !== 'booked' || participant === null || isOlder(given, participant)) return false;
  await setAnswer(tx, booking, participant, given);
  await recordChange(tx, booking, 'booking.invitation_answered', { answer: given.answer, staffId, by: given.by });
  return true;
}

/** As `answerForStaff`, for a professional from outside. */
export async function answerForGuest(tx: Tx, bookingId: string, guestId: string, given: GivenAnswer): Promise<boolean> {
  const booking = await tx.lock(Booking, bookingId);
  const guest = await tx.manager.findOneBy(BookingGuest, { bookingId, id: guestId });
  if (booking.state !== 'booked' || guest === null || isOlder(given, guest)) return false;
  Object.assign(guest, { answer: given.answer, answeredAt: given.givenAt });
  await tx.save(guest);
  await recordChange(tx, booking, 'booking.invitation_answered', { answer: given.answer, guestId, by: given.by });
  return true;
}

async function setAnswer(tx: Tx, booking: Booking, participant: BookingParticipant, { answer, givenAt }: GivenAnswer): Promise<void> {
  const before = participant.answer;
  Object.assign(participant, { answer, answeredAt: givenAt });
  await tx.save(participant);
  if (answer === 'declined' && before !== 'declined' && participant.mandatory) return askForSubstitute(tx, booking, participant);
  await settleUnlessDeclined(tx, booking.id);
}
