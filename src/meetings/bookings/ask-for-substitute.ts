import type { Tx } from '../../platform/database/tx.js';
import { raiseTask, settleTasks } from '../../tasks/raise-task.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import { BookingParticipant } from './booking-participant.entity.js';
import type { Booking } from './booking.entity.js';

/** One who must come has said no: the coordinating caseworker, else whoever booked, finds a substitute who may decide the same. */
export async function askForSubstitute(tx: Tx, booking: Booking, { staffId }: BookingParticipant): Promise<void> {
  const coordinator = booking.youthId === null ? null : await coordinatorOf(tx, booking.youthId);
  const assigneeId = coordinator === null || coordinator === staffId ? booking.bookedBy : coordinator;
  await raiseTask(tx, {
    kind: 'participant_declined', assigneeId, youthId: booking.youthId, subjectType: 'booking', subjectId: booking.id,
    dedupKey: `participant_declined:${booking.id}:${booking.revision}:${staffId}:${tx.now.toISOString()}`,
  });
}

/** Takes the asking back once nobody who must come says no any more. */
export async function settleUnlessDeclined(tx: Tx, bookingId: string): Promise<void> {
  const declined = await tx.manager.countBy(BookingParticipant, { bookingId, mandatory: true, answer: 'declined' });
  if (declined === 0) await settleTasks(tx, 'participant_declined', bookingId);
}
