import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { monitorJobs } from '../../../operations/job-monitor/job-monitor.policies.js';
import { JobMonitorService } from '../../../operations/job-monitor/job-monitor.service.js';
import { MESSAGE_STATES, type MessageState } from '../../../operations/job-monitor/message-list.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readCursor, toPage } from '../../../platform/http/paging.js';
import { readForm } from '../../forms/read-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { Jobs } from './jobs.js';
import { jobsView } from './jobs.view.js';

const PAGE_SIZE = 50;
const NOTICES: Readonly<Record<string, string>> = { igen: 'Jobbet prøves igen nu.', afvist: 'Jobbet bliver ikke gjort.' };

export class JobsPageQuery {
  @IsIn(MESSAGE_STATES)
  tilstand: MessageState = 'dead';

  @IsOptional() @IsString() @MaxLength(400)
  cursor?: string;

  @IsOptional() @IsIn(Object.keys(NOTICES))
  besked?: string;
}

class DismissalForm {
  @IsString() @MaxLength(300)
  reason!: string;
}

@Controller('administration/job')
@UseGuards(FormGuard)
@Policy(monitorJobs)
export class JobsPages {
  constructor(
    private readonly pages: Pages,
    private readonly jobs: JobMonitorService,
  ) {}

  @Get()
  show(@Query() query: JobsPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.page(tx, query, null));
  }

  @Post(':id/igen')
  retry(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => this.jobs.retry(tx, id).then(() => '/administration/job?besked=igen'), (tx, refusal) => this.page(tx, new JobsPageQuery(), refusal));
  }

  @Post(':id/afvis')
  dismiss(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await this.jobs.dismiss(tx, id, (await readForm(DismissalForm, body)).reason);
      return '/administration/job?besked=afvist';
    }, (tx, refusal) => this.page(tx, new JobsPageQuery(), refusal));
  }

  private async page(tx: Tx, { tilstand, cursor, besked }: JobsPageQuery, refusal: Refusal | null): Promise<Page> {
    const rows = await this.jobs.messages(tx, { kind: null, state: tilstand }, readCursor(cursor, 1), PAGE_SIZE);
    const view = jobsView(await this.jobs.overview(tx), toPage(rows, PAGE_SIZE, ({ id }) => [id]), tilstand);
    return { title: 'Job', current: '/administration', content: <Jobs view={view} refusal={refusal} notice={NOTICES[besked ?? ''] ?? null} /> };
  }
}
