import { Injectable } from '@nestjs/common';
import { bookingChanged } from '../../meetings/bookings/booking-events.js';
import type { Tx } from '../../platform/database/tx.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { planLetters } from './plan-letters.js';

/** Writes the letters that an item needs after every change of it. */
@Injectable()
export class LetterPlanner {
  @Handles(bookingChanged)
  async follow(tx: Tx, { bookingId }: { bookingId: string }): Promise<void> {
    await planLetters(tx, bookingId);
  }
}
