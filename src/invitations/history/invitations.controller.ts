import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { readBookings } from '../../meetings/bookings/bookings.policies.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { type InvitationLine, listInvitations } from './list-invitations.js';

@ApiTags('invitations')
@Controller('api/v1/bookings/:id/invitations')
export class InvitationsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readBookings)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: InvitationLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await listInvitations(tx, id) }));
  }
}
