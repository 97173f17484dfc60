import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { IsCalendarDate } from '../platform/http/is-calendar-date.js';
import { PageQuery, type Page } from '../platform/http/paging.js';
import { DEADLINE_STATES, type DeadlineState } from './deadline-states.js';
import { readDeadlines, readRules, waiveDeadline } from './deadlines.policies.js';
import { readDeadlinesAcross, type DeadlineAcross } from './lists/deadlines-across.js';
import type { DeadlineLine } from './lists/deadline-line.js';
import { readRuleLines, type RuleLine } from './lists/rule-lines.js';
import { readDeadline, readYouthDeadlines, type YouthDeadlines } from './lists/youth-deadlines.js';
import { waive } from './waive-deadline.js';

export class DeadlineQuery extends PageQuery {
  @IsOptional() @IsIn(DEADLINE_STATES)
  state?: DeadlineState;

  @IsOptional() @IsUUID()
  department?: string;

  @IsOptional() @IsCalendarDate()
  dueBefore?: CalendarDate;
}

export class WaiverInput {
  @IsString() @MinLength(3) @MaxLength(1_000)
  reason!: string;
}

@ApiTags('deadlines')
@Controller('api/v1')
export class DeadlinesController {
  constructor(private readonly db: Database) {}

  @Get('youths/:id/deadlines')
  @Policy(readDeadlines)
  ofYouth(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<YouthDeadlines> {
    return this.db.transaction(actor, (tx) => readYouthDeadlines(tx, id));
  }

  @Get('deadlines')
  @Policy(readDeadlines)
  across(@CurrentActor() actor: Actor, @Query() query: DeadlineQuery): Promise<Page<DeadlineAcross>> {
    return this.db.transaction(actor, (tx) => readDeadlinesAcross(tx, query));
  }

  @Post('deadlines/:id/waiver')
  @HttpCode(200)
  @Policy(waiveDeadline)
  waive(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: WaiverInput): Promise<DeadlineLine> {
    return this.db.transaction(actor, async (tx) => readDeadline(tx, await waive(tx, id, reason)));
  }

  @Get('deadline-rules')
  @Policy(readRules)
  rules(@CurrentActor() actor: Actor): Promise<{ items: RuleLine[]; nextCursor: null }> {
    return this.db.transaction(actor, async (tx) => ({ items: await readRuleLines(tx), nextCursor: null }));
  }
}
