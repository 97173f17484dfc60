import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsEmail, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey, once } from '../../platform/http/idempotency.js';
import { handleBookings } from './bookings.policies.js';
import { inviteProfessional, uninviteProfessional } from './invite-professional.js';
import { type BookingView, readBooking } from './read-booking.js';

class ProfessionalInput {
  /** A professional of the youth's network; else name and e-mail. */
  @IsOptional() @IsUUID()
  networkPersonId?: string;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200)
  name?: string;

  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100)
  function?: string;

  @IsOptional() @IsEmail() @MaxLength(254)
  email?: string;
}

/** Professionals from outside who are invited to an item. */
@ApiTags('bookings')
@Controller('api/v1/bookings/:id/guests')
@Policy(handleBookings)
export class BookingGuestsController {
  constructor(private readonly db: Database) {}

  @Post()
  invite(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: ProfessionalInput, @Idempotency() key: IdempotencyKey | null): Promise<BookingView> {
    return this.db.transaction(actor, async (tx) => {
      await once(tx, key, () => inviteProfessional(tx, id, input));
      return readBooking(tx, id);
    });
  }

  @Delete(':guestId')
  @HttpCode(204)
  uninvite(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('guestId') guestId: string): Promise<void> {
    return this.db.transaction(actor, (tx) => uninviteProfessional(tx, id, guestId));
  }
}
