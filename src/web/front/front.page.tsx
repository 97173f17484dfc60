import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentSession } from '../../auth/current-actor.js';
import { definePolicy, Policy } from '../../auth/policy.js';
import type { Session } from '../../auth/session-store.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { FrontPageService } from '../../reports/front-page/front-page.service.js';
import { Document } from '../layout/document.js';
import { sendPage } from '../layout/send-page.js';
import { Front } from './front.js';
import { frontView } from './front.view.js';

const frontPage = definePolicy('pages.front', 'signed_in');

@Controller()
export class FrontPageController {
  constructor(
    private readonly db: Database,
    private readonly front: FrontPageService,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy(frontPage)
  async show(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Res() reply: FastifyReply): Promise<void> {
    const page = await this.db.transaction(actor, (tx) => this.front.read(tx));
    sendPage(reply, (
      <Document title="Forside" municipality={this.config.MUNICIPALITY} viewer={{ actor, csrf: session.csrfSecret }} current="/">
        <Front {...frontView(actor, page)} />
      </Document>
    ));
  }
}
