import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { FrontPageService } from '../../reports/front-page/front-page.service.js';
import { Pages } from '../layout/pages.js';
import { Front } from './front.js';
import { frontView } from './front.view.js';

const frontPage = definePolicy('pages.front', 'signed_in');

@Controller()
export class FrontPageController {
  constructor(
    private readonly pages: Pages,
    private readonly front: FrontPageService,
  ) {}

  @Get()
  @Policy(frontPage)
  show(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => ({ title: 'Forside', current: '/', content: <Front {...frontView(tx.actor, await this.front.read(tx))} /> }));
  }
}
