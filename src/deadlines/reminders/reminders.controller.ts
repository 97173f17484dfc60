import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { PageQuery, type Page } from '../../platform/http/paging.js';
import { readReminders } from '../deadlines.policies.js';
import { acknowledge, readMyReminders, type ReminderLine } from './my-reminders.js';

@ApiTags('deadlines')
@Controller('api/v1/reminders')
@Policy(readReminders)
export class RemindersController {
  constructor(private readonly db: Database) {}

  @Get()
  mine(@CurrentActor() actor: Actor, @Query() { cursor, limit }: PageQuery): Promise<Page<ReminderLine>> {
    return this.db.transaction(actor, (tx) => readMyReminders(tx, cursor, limit));
  }

  @Post(':id/acknowledgement')
  @HttpCode(204)
  acknowledge(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => acknowledge(tx, id));
  }
}
