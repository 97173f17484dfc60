import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentSession } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Session } from '../../auth/session-store.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { DocketQuery } from '../../reports/docket/docket.controller.js';
import { DocketService } from '../../reports/docket/docket.service.js';
import { readDocket } from '../../reports/reports.policies.js';
import { Document } from '../layout/document.js';
import { sendPage } from '../layout/send-page.js';
import { DocketOverview } from './docket.js';
import { docketView } from './docket.view.js';

@Controller()
export class DocketPage {
  constructor(
    private readonly db: Database,
    private readonly docket: DocketService,
    private readonly config: Config,
  ) {}

  @Get('dagsorden')
  @Policy(readDocket)
  async show(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Query() query: DocketQuery, @Res() reply: FastifyReply): Promise<void> {
    const docket = await this.db.transaction(actor, (tx) => this.docket.read(tx, query.date ?? tx.today, query.series ?? null));
    sendPage(reply, (
      <Document title="Dagsorden" municipality={this.config.MUNICIPALITY} viewer={{ actor, csrf: session.csrfSecret }} current="/dagsorden">
        <DocketOverview {...docketView(docket)} />
      </Document>
    ));
  }
}
