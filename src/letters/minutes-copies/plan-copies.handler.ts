import { Injectable } from '@nestjs/common';
import { minutesApproved } from '../../conclusions/minutes/minutes-events.js';
import { Booking } from '../../meetings/bookings/booking.entity.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { raiseTask } from '../../tasks/raise-task.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import { MinutesCopy } from './minutes-copy.entity.js';

/** Closing asks about guests but does not demand an answer: only one who is noted as there is left out. */
const ABSENT = `
  SELECT guest.id FROM conclusion JOIN booking_guest guest ON guest.booking_id = conclusion.booking_id AND guest.email IS NOT NULL
    LEFT JOIN attendance seen ON seen.conclusion_id = conclusion.id AND seen.guest_id = guest.id
  WHERE conclusion.booking_id = $1 AND seen.present IS NOT TRUE
    AND NOT EXISTS (SELECT 1 FROM minutes_copy copy WHERE copy.booking_id = $1 AND copy.guest_id = guest.id)
  ORDER BY guest.id`;

/** When minutes are approved, each professional from outside who is not noted as there waits for a basis; somebody is asked for it. */
@Injectable()
export class MinutesCopiesPlanner {
  @Handles(minutesApproved)
  async follow(tx: Tx, { bookingId }: { bookingId: string }): Promise<void> {
    const booking = await tx.find(Booking, bookingId);
    const absent = await tx.query<{ id: string }>(ABSENT, [bookingId], 'minutes-copies-absent');
    if (booking.youthId === null || absent.length === 0) return;
    const blank = { bookingId, consentId: null, act: null, section: null, createdAt: tx.now, handedOverAt: null, handedOverBy: null };
    await tx.insert(...absent.map(({ id: guestId }) => Object.assign(new MinutesCopy(), { ...blank, id: newId(), guestId })));
    await raiseTask(tx, {
      kind: 'minutes_basis_missing', assigneeId: (await coordinatorOf(tx, booking.youthId)) ?? booking.bookedBy, youthId: booking.youthId,
      subjectType: 'booking', subjectId: bookingId, dedupKey: `minutes_basis_missing:${bookingId}`,
    });
  }
}
