import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { DocketQuery } from '../../reports/docket/docket.controller.js';
import { DocketService } from '../../reports/docket/docket.service.js';
import { readDocket } from '../../reports/reports.policies.js';
import { Pages } from '../layout/pages.js';
import { DocketOverview } from './docket.js';
import { docketView } from './docket.view.js';

@Controller()
export class DocketPage {
  constructor(
    private readonly pages: Pages,
    private readonly docket: DocketService,
  ) {}

  @Get('dagsorden')
  @Policy(readDocket)
  show(@Query() query: DocketQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => {
      const docket = await this.docket.read(tx, query.date ?? tx.today, query.series ?? null);
      return { title: 'Dagsorden', current: '/dagsorden', content: <DocketOverview {...docketView(docket)} /> };
    });
  }
}
