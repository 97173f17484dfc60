import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { raiseTask, settleTasks } from '../../tasks/raise-task.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import { BookingGuest } from './booking-guest.entity.js';
import { BookingParticipant, type ParticipantAnswer } from './booking-participant.entity.js';
import { visibleBooking } from './booking-scope.js';
import { assertStillBooked } from './booking-states.js';
import { Booking } from './booking.entity.js';
import { recordChange } from './record-change.js';

/**
 * A participant answers the invitation. When one who must come declines, the item is not ready, and the coordinating caseworker
 * (else whoever booked) is asked to find a substitute who may decide the same; the time stays taken until one is found.
 * @throws DomainError not_found; forbidden `not_invited`; conflict `invalid_transition`
 */
export async function answerInvitation(tx: Tx, id: string, answer: ParticipantAnswer): Promise<void> {
  const booking = await tx.lock(Booking, id, visibleBooking(tx));
  assertStillBooked(booking.state);
  const participant = await tx.manager.findOneBy(BookingParticipant, { bookingId: id, staffId: staffIdOf(tx.actor) });
  if (participant === null) throw forbidden('not_invited', 'Du er ikke inviteret til punktet og kan derfor ikke svare.');
  await setAnswer(tx, booking, participant, answer);
  await recordChange(tx, booking, 'booking.invitation_answered', { answer });
}

/** A participant's answer that came by mail, as if given on the page. Without effect when the person or the item is not to come any more. */
export async function answerForStaff(tx: Tx, bookingId: string, staffId: string, answer: ParticipantAnswer): Promise<void> {
  const booking = await tx.lock(Booking, bookingId);
  const participant = await tx.manager.findOneBy(BookingParticipant, { bookingId, staffId });
  if (booking.state !== 'booked' || participant === null) return;
  await setAnswer(tx, booking, participant, answer);
  await recordChange(tx, booking, 'booking.invitation_answered', { answer, staffId, by: 'mail' });
}

/** As `answerForStaff`, for a professional from outside. */
export async function answerForGuest(tx: Tx, bookingId: string, guestId: string, answer: ParticipantAnswer): Promise<void> {
  const booking = await tx.lock(Booking, bookingId);
  const guest = await tx.manager.findOneBy(BookingGuest, { bookingId, id: guestId });
  if (booking.state !== 'booked' || guest === null) return;
  guest.answer = answer;
  await tx.save(guest);
  await recordChange(tx, booking, 'booking.invitation_answered', { answer, guestId, by: 'mail' });
}

async function setAnswer(tx: Tx, booking: Booking, participant: BookingParticipant, answer: ParticipantAnswer): Promise<void> {
  const before = participant.answer;
  participant.answer = answer;
  await tx.save(participant);
  if (answer === 'declined' && before !== 'declined' && participant.mandatory) return askForSubstitute(tx, booking, participant);
  const declined = await tx.manager.countBy(BookingParticipant, { bookingId: booking.id, mandatory: true, answer: 'declined' });
  if (declined === 0) await settleTasks(tx, 'participant_declined', booking.id);
}

async function askForSubstitute(tx: Tx, booking: Booking, { staffId }: BookingParticipant): Promise<void> {
  const coordinator = booking.youthId === null ? null : await coordinatorOf(tx, booking.youthId);
  const assigneeId = coordinator === null || coordinator === staffId ? booking.bookedBy : coordinator;
  await raiseTask(tx, {
    kind: 'participant_declined', assigneeId, youthId: booking.youthId, subjectType: 'booking', subjectId: booking.id,
    dedupKey: `participant_declined:${booking.id}:${booking.revision}:${staffId}:${tx.now.toISOString()}`,
  });
}
