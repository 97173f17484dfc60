import { Injectable } from '@nestjs/common';
import { bookingChanged } from '../../meetings/bookings/booking-events.js';
import type { Tx } from '../../platform/database/tx.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { custodyHoldersChanged } from '../../youths/youth-events.js';
import { planLetters } from './plan-letters.js';

const COMING = `SELECT id FROM booking WHERE youth_id = $1 AND state = 'booked' AND ends_at > $2 ORDER BY id`;

/** Writes the letters that an item needs after every change of it, and of those who hold custody. */
@Injectable()
export class LetterPlanner {
  @Handles(bookingChanged)
  async follow(tx: Tx, { bookingId }: { bookingId: string }): Promise<void> {
    await planLetters(tx, bookingId);
  }

  @Handles(custodyHoldersChanged)
  async followCustody(tx: Tx, { youthId }: { youthId: string }): Promise<void> {
    for (const { id } of await tx.query<{ id: string }>(COMING, [youthId, tx.now], 'letters-of-youth')) await planLetters(tx, id);
  }
}
