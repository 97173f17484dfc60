import type { Tx } from '../../platform/database/tx.js';
import { Referral } from '../../referrals/referral.entity.js';
import { recordStep } from '../../referrals/steps/record-step.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { lockResources, release } from '../occupancy/occupancy.js';
import { Booking } from './booking.entity.js';
import { recordChange } from './record-change.js';
import { endParticipantAccess } from './write-participants.js';

/**
 * Takes an item off its day: its time and people are free again, those who came by it lose the access it gave, and the referral
 * is accepted again. Who may do so is the caller's business.
 * @param firstInLine for the next time, as whoever loses one is; not whoever took it back at once
 * @throws DomainError conflict `invalid_transition`
 */
export async function takeOff(tx: Tx, seen: Booking, reason: string, action: 'booking.cancelled' | 'booking.unplaced', firstInLine = true): Promise<void> {
  await lockResources(tx, [seen.meetingDayId]);
  const referral = await tx.lock(Referral, seen.referralId);
  const booking = await tx.lock(Booking, seen.id);
  booking.cancel(reason, tx.now);
  await tx.save(booking);
  await release(tx, { bookingId: booking.id });
  await endParticipantAccess(tx, booking);
  await settleTasks(tx, 'participant_declined', booking.id);
  await settleTasks(tx, 'conclusion_missing', booking.id);
  await recordStep(tx, referral, referral.unbook(tx.actor, tx.now, reason, firstInLine));
  await recordChange(tx, booking, action, { meetingDayId: booking.meetingDayId });
}
