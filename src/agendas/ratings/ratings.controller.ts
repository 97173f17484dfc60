import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey, once } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { writeAgenda } from '../agendas.policies.js';
import { RatingChange, RatingInput } from './rating.dto.js';
import { addRating, changeRating, type RatingLine, readRating, removeRating } from './ratings.js';

@ApiTags('agendas')
@Controller('api/v1/bookings/:bookingId/agenda/ratings')
@Policy(writeAgenda)
export class RatingsController {
  constructor(private readonly db: Database) {}

  @Post()
  add(
    @CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Body() input: RatingInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<RatingLine> {
    return this.db.transaction(actor, async (tx) => readRating(tx, bookingId, await once(tx, key, () => addRating(tx, bookingId, input))));
  }

  @Patch(':ratingId')
  change(
    @CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Param('ratingId') id: string, @IfMatch() version: number,
    @Body() change: RatingChange,
  ): Promise<RatingLine> {
    return this.db.transaction(actor, async (tx) => {
      await changeRating(tx, bookingId, id, version, change);
      return readRating(tx, bookingId, id);
    });
  }

  @Delete(':ratingId')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Param('ratingId') id: string, @IfMatch() version: number,
  ): Promise<void> {
    return this.db.transaction(actor, (tx) => removeRating(tx, bookingId, id, version));
  }
}
