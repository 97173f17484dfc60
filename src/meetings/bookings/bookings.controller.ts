import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Idempotency, type IdempotencyKey, once } from '../../platform/http/idempotency.js';
import { answerInvitation } from './answer-invitation.js';
import { book } from './book.js';
import { BookingGate } from './booking-gate.js';
import {
  BookingCancellationInput, BookingInput, InvitationAnswerInput, ParticipantsInput, ReschedulingInput, RestorationInput, SubstitutionInput,
  YouthAnswerInput,
} from './booking.dto.js';
import { handleBookings, readBookings } from './bookings.policies.js';
import { cancelBooking } from './cancel-booking.js';
import { carryOver } from './carry-over.js';
import { setParticipants, substitute } from './change-people.js';
import { holdBooking } from './hold-booking.js';
import { moveBooking, restoreBooking } from './move-booking.js';
import { type BookingView, readBooking } from './read-booking.js';
import { recordYouthAnswer } from './youth-answer.js';

@ApiTags('bookings')
@Controller('api/v1/bookings')
export class BookingsController {
  constructor(
    private readonly db: Database,
    private readonly gate: BookingGate,
  ) {}

  @Post()
  @Policy(handleBookings)
  book(@CurrentActor() actor: Actor, @Body() input: BookingInput, @Idempotency() key: IdempotencyKey | null): Promise<BookingView> {
    const request = { ...input, participantIds: input.participantIds ?? [], lateReason: input.lateReason ?? null };
    return this.inTurn(actor, async (tx) => readBooking(tx, await once(tx, key, () => book(tx, request))));
  }

  @Get(':id')
  @Policy(readBookings)
  read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BookingView> {
    return this.db.transaction(actor, (tx) => readBooking(tx, id));
  }

  @Post(':id/rescheduling')
  @HttpCode(200)
  @Policy(handleBookings)
  move(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: ReschedulingInput): Promise<BookingView> {
    const request = { ...input, participantIds: input.participantIds ?? [], lateReason: input.lateReason ?? null };
    return this.change(actor, id, (tx) => moveBooking(tx, id, request));
  }

  @Post(':id/carry-over')
  @HttpCode(200)
  @Policy(handleBookings)
  carryOver(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BookingView> {
    return this.change(actor, id, (tx) => carryOver(tx, id));
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Policy(handleBookings)
  cancel(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: BookingCancellationInput): Promise<BookingView> {
    return this.change(actor, id, (tx) => cancelBooking(tx, id, reason));
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @Policy(handleBookings)
  restore(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { lateReason }: RestorationInput): Promise<BookingView> {
    return this.change(actor, id, (tx) => restoreBooking(tx, id, lateReason ?? null));
  }

  @Put(':id/participants')
  @Policy(handleBookings)
  setPeople(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { participantIds }: ParticipantsInput): Promise<BookingView> {
    return this.change(actor, id, (tx) => setParticipants(tx, id, participantIds));
  }

  /** Answers without a body: who hands over the own seat may no longer see the item. */
  @Post(':id/participants/:staffId/substitution')
  @HttpCode(204)
  @Policy(handleBookings)
  substitute(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('staffId') staffId: string, @Body() input: SubstitutionInput): Promise<void> {
    return this.inTurn(actor, (tx) => substitute(tx, id, staffId, input.staffId));
  }

  @Post(':id/invitation-answer')
  @HttpCode(200)
  @Policy(handleBookings)
  answerInvitation(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { answer, startsAt }: InvitationAnswerInput): Promise<BookingView> {
    return this.change(actor, id, (tx) => answerInvitation(tx, id, answer, startsAt));
  }

  @Post(':id/youth-answer')
  @HttpCode(200)
  @Policy(handleBookings)
  answer(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { yes, note, reason, startsAt }: YouthAnswerInput): Promise<BookingView> {
    return this.change(actor, id, (tx) => recordYouthAnswer(tx, id, { yes, note: (yes ? note : reason) ?? null, startsAt }));
  }

  @Post(':id/holding')
  @HttpCode(200)
  @Policy(handleBookings)
  hold(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<BookingView> {
    return this.change(actor, id, (tx) => holdBooking(tx, id));
  }

  private change(actor: Actor, id: string, verb: (tx: Tx) => Promise<unknown>): Promise<BookingView> {
    return this.inTurn(actor, async (tx) => {
      await verb(tx);
      return readBooking(tx, id);
    });
  }

  private inTurn<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.gate.run(() => this.db.transaction(actor, work));
  }
}
