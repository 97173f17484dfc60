import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { PageQuery, type Page } from '../../platform/http/paging.js';
import { readActions, workOnActions } from '../conclusions.policies.js';
import { ACTION_STATES, type ActionState } from './action.entity.js';
import { ActionsService } from './actions.service.js';
import type { ActionLine } from './list-actions.js';

class ActionsQuery extends PageQuery {
  /** A staff id, or `me`. */
  @IsOptional() @ValidateIf((query: ActionsQuery) => query.owner !== 'me') @IsUUID()
  owner?: string;

  @IsOptional() @IsUUID()
  youth?: string;

  @IsOptional() @IsIn(ACTION_STATES)
  state?: ActionState;
}

class ActionChange {
  @IsOptional() @IsCalendarDate()
  dueOn?: CalendarDate;

  @IsOptional() @IsUUID()
  ownerId?: string;
}

class ActionDropping {
  @IsString() @IsNotEmpty() @MaxLength(1000)
  reason!: string;
}

@ApiTags('actions')
@Controller('api/v1/actions')
export class ActionsController {
  constructor(
    private readonly db: Database,
    private readonly actions: ActionsService,
  ) {}

  @Get()
  @Policy(readActions)
  list(@CurrentActor() actor: Actor, @Query() query: ActionsQuery): Promise<Page<ActionLine>> {
    const ownerId = query.owner === 'me' ? (actor.staffId ?? undefined) : query.owner;
    const { youth: youthId, state, cursor, limit } = query;
    return this.db.transaction(actor, (tx) => this.actions.list(tx, { ownerId, youthId, state, cursor, limit }));
  }

  @Post(':id/completion')
  @HttpCode(200)
  @Policy(workOnActions)
  complete(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ActionLine> {
    return this.db.transaction(actor, (tx) => this.actions.complete(tx, id));
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Policy(workOnActions)
  reopen(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ActionLine> {
    return this.db.transaction(actor, (tx) => this.actions.reopen(tx, id));
  }

  @Post(':id/dropping')
  @HttpCode(200)
  @Policy(workOnActions)
  drop(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ActionDropping): Promise<ActionLine> {
    return this.db.transaction(actor, (tx) => this.actions.drop(tx, id, body.reason));
  }

  @Patch(':id')
  @Policy(workOnActions)
  change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ActionChange): Promise<ActionLine> {
    return this.db.transaction(actor, (tx) => this.actions.change(tx, id, body));
  }
}
