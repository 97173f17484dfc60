import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { type Page, PageQuery, readCursor, toPage } from '../../platform/http/paging.js';
import { monitorJobs } from './job-monitor.policies.js';
import { type JobOverview, JobMonitorService } from './job-monitor.service.js';
import { MESSAGE_STATES, type MessageLine, type MessageState } from './message-list.js';

export class MessagesQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(80)
  kind?: string;

  @IsOptional() @IsIn(MESSAGE_STATES)
  state?: MessageState;
}

export class DismissalBody {
  @IsString() @MaxLength(300)
  reason!: string;
}

@Controller('api/v1/jobs')
@Policy(monitorJobs)
export class JobMonitorController {
  constructor(
    private readonly db: Database,
    private readonly jobs: JobMonitorService,
  ) {}

  @Get()
  overview(@CurrentActor() actor: Actor): Promise<JobOverview> {
    return this.db.transaction(actor, (tx) => this.jobs.overview(tx));
  }

  @Get('messages')
  messages(@CurrentActor() actor: Actor, @Query() { kind, state, cursor, limit }: MessagesQuery): Promise<Page<MessageLine>> {
    return this.db.transaction(actor, async (tx) => {
      const rows = await this.jobs.messages(tx, { kind: kind ?? null, state: state ?? null }, readCursor(cursor, 1), limit);
      return toPage(rows, limit, (row) => [row.id]);
    });
  }

  @Post('messages/:id/retry')
  @HttpCode(204)
  retry(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => this.jobs.retry(tx, id));
  }

  @Post('messages/:id/dismissal')
  @HttpCode(204)
  dismiss(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: DismissalBody): Promise<void> {
    return this.db.transaction(actor, (tx) => this.jobs.dismiss(tx, id, reason));
  }
}
