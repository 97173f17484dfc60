import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { staffIdOf, type Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import type { Page } from '../../platform/http/paging.js';
import { workOnFollowUps } from '../conclusions.policies.js';
import { FollowUpsService, type FollowUpLine } from './follow-ups.service.js';

class FollowUpCompletion {
  /** Another day to check the actions. */
  @IsOptional() @IsCalendarDate()
  nextCheckOn?: CalendarDate;
}

class FollowUpMove {
  @IsCalendarDate()
  checkOn!: CalendarDate;
}

@ApiTags('follow-ups')
@Controller('api/v1/follow-ups')
export class FollowUpsController {
  constructor(
    private readonly db: Database,
    private readonly followUps: FollowUpsService,
  ) {}

  @Get()
  @Policy(workOnFollowUps)
  listMine(@CurrentActor() actor: Actor): Promise<Page<FollowUpLine>> {
    return this.db.transaction(actor, async (tx) => ({ items: await this.followUps.listOpen(tx, staffIdOf(actor)), nextCursor: null }));
  }

  @Post(':id/completion')
  @HttpCode(200)
  @Policy(workOnFollowUps)
  complete(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FollowUpCompletion): Promise<FollowUpLine> {
    return this.db.transaction(actor, (tx) => this.followUps.complete(tx, id, body.nextCheckOn ?? null));
  }

  @Patch(':id')
  @Policy(workOnFollowUps)
  move(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FollowUpMove): Promise<FollowUpLine> {
    return this.db.transaction(actor, (tx) => this.followUps.move(tx, id, body.checkOn));
  }
}
