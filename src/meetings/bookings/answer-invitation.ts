import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { raiseTask, settleTasks } from '../../tasks/raise-task.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import { BookingParticipant, type ParticipantAnswer } from './booking-participant.entity.js';
import { visibleBooking } from './booking-scope.js';
import { assertStillBooked } from './booking-states.js';
import { Booking } from './booking.entity.js';
import { recordChange } from './record-change.js';

/**
 * A participant answers the invitation. When one who must come declines, the coordinating caseworker (else whoever booked) is
 * asked to find a substitute; the time stays taken until one is found.
 * @throws DomainError not_found; forbidden `not_invited`; conflict `invalid_transition`
 */
export async function answerInvitation(tx: Tx, id: string, answer: ParticipantAnswer): Promise<void> {
  const booking = await tx.lock(Booking, id, visibleBooking(tx));
  assertStillBooked(booking.state);
  const participant = await tx.manager.findOneBy(BookingParticipant, { bookingId: id, staffId: staffIdOf(tx.actor) });
  if (participant === null) throw forbidden('not_invited', 'Du er ikke inviteret til punktet og kan derfor ikke svare.');
  participant.answer = answer;
  await tx.save(participant);
  if (answer === 'declined' && participant.mandatory) await askForSubstitute(tx, booking, participant);
  else if (answer === 'accepted') await settleTasks(tx, 'participant_declined', id);
  await recordChange(tx, booking, 'booking.invitation_answered', { answer });
}

async function askForSubstitute(tx: Tx, booking: Booking, { staffId }: BookingParticipant): Promise<void> {
  const coordinator = booking.youthId === null ? null : await coordinatorOf(tx, booking.youthId);
  const assigneeId = coordinator === null || coordinator === staffId ? booking.bookedBy : coordinator;
  await raiseTask(tx, {
    kind: 'participant_declined', assigneeId, youthId: booking.youthId, subjectType: 'booking', subjectId: booking.id,
    dedupKey: `participant_declined:${booking.id}:${booking.revision}:${staffId}`,
  });
}
