import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { readReferrals } from '../../referrals/referrals.policies.js';
import { readProposals, type ProposalsView } from './read-proposals.js';

@ApiTags('bookings')
@Controller('api/v1/referrals/:id/slot-proposals')
export class SlotProposalsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readReferrals)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ProposalsView> {
    return this.db.transaction(actor, (tx) => readProposals(tx, id));
  }
}
