import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, once, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { handOver, readYouth } from '../youths.policies.js';
import { acceptHandover, offerHandover, refuseHandover, withdrawHandover } from './handovers.js';
import { type CoordinatorLine, type HandoverLine, handoverLine, listOpenHandovers, showCoordinators } from './list-handovers.js';

class HandoverInput {
  @IsUUID()
  to!: string;
}

@ApiTags('youths')
@Controller('api/v1')
export class HandoversController {
  constructor(private readonly db: Database) {}

  @Get('youths/:id/coordinators')
  @Policy(readYouth)
  coordinators(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: CoordinatorLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await showCoordinators(tx, id) }));
  }

  @Get('handovers')
  @Policy(handOver)
  list(@CurrentActor() actor: Actor): Promise<{ items: HandoverLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await listOpenHandovers(tx) }));
  }

  @Post('youths/:id/handover')
  @Policy(handOver)
  offer(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: HandoverInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<HandoverLine> {
    return this.db.transaction(actor, async (tx) => handoverLine(tx, await once(tx, key, () => offerHandover(tx, id, input.to))));
  }

  @Post('handovers/:id/acceptance')
  @HttpCode(200)
  @Policy(handOver)
  accept(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<HandoverLine> {
    return this.db.transaction(actor, async (tx) => acceptHandover(tx, id).then(() => handoverLine(tx, id)));
  }

  @Post('handovers/:id/refusal')
  @HttpCode(200)
  @Policy(handOver)
  refuse(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<HandoverLine> {
    return this.db.transaction(actor, async (tx) => refuseHandover(tx, id).then(() => handoverLine(tx, id)));
  }

  @Post('handovers/:id/withdrawal')
  @HttpCode(200)
  @Policy(handOver)
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<HandoverLine> {
    return this.db.transaction(actor, async (tx) => withdrawHandover(tx, id).then(() => handoverLine(tx, id)));
  }
}
