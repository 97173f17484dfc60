import { Module } from '@nestjs/common';
import { SlotProposalsController } from '../proposals/slot-proposals.controller.js';
import { BookingGuestsController } from './booking-guests.controller.js';
import { BookingGate } from './booking-gate.js';
import { BookingsController } from './bookings.controller.js';

/** Items on dockets and the slots that are proposed for them. */
@Module({
  controllers: [BookingGuestsController, BookingsController, SlotProposalsController],
  providers: [BookingGate],
  exports: [BookingGate],
})
export class BookingsModule {}
