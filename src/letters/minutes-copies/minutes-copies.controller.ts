import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { handleBookings, readBookings } from '../../meetings/bookings/bookings.policies.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { listMinutesCopies, markCopyHandedOver, type MinutesCopyLine, noteCopyBasis } from './minutes-copies.js';

class CopyBasisInput {
  /** A consent; else act and section. */
  @IsOptional() @IsUUID()
  consentId?: string;

  @IsOptional() @IsString() @MaxLength(200)
  act?: string;

  @IsOptional() @IsString() @MaxLength(100)
  section?: string;
}

@ApiTags('letters')
@Controller('api/v1')
export class MinutesCopiesController {
  constructor(private readonly db: Database) {}

  @Get('bookings/:id/minutes-copies')
  @Policy(readBookings)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: MinutesCopyLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await listMinutesCopies(tx, id) }));
  }

  @Put('minutes-copies/:id/basis')
  @HttpCode(204)
  @Policy(handleBookings)
  note(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: CopyBasisInput): Promise<void> {
    return this.db.transaction(actor, (tx) => noteCopyBasis(tx, id, input));
  }

  @Post('minutes-copies/:id/handed-over')
  @HttpCode(204)
  @Policy(handleBookings)
  handOver(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => markCopyHandedOver(tx, id, true));
  }

  @Delete('minutes-copies/:id/handed-over')
  @HttpCode(204)
  @Policy(handleBookings)
  takeBack(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => markCopyHandedOver(tx, id, false));
  }
}
