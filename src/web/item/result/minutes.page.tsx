import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { ClosingInput } from '../../../conclusions/closing/closing.dto.js';
import { closeItems, readConclusions } from '../../../conclusions/conclusions.policies.js';
import { MinutesService } from '../../../conclusions/minutes/minutes.service.js';
import { readMinutes } from '../../../conclusions/minutes/read-minutes.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readForm } from '../../forms/read-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { closingOf, versionIn } from '../closing/closing-form.js';
import { noticeOf } from '../item-notice.js';
import { ItemQuery } from '../item-query.js';
import { readItem } from '../read-item.js';
import { Minutes } from './minutes.js';
import { minutesView } from './minutes.view.js';

/** The minutes of a closed item, to be read, corrected and approved. */
@Controller('punkter/:id/referat')
@UseGuards(FormGuard)
export class MinutesPage {
  constructor(
    private readonly pages: Pages,
    private readonly minutes: MinutesService,
  ) {}

  @Get()
  @Policy(readConclusions)
  show(@Param('id') id: string, @Query() query: ItemQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => minutesPage(tx, id, null, query));
  }

  @Post()
  @Policy(closeItems)
  correct(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const { decisions } = await readForm(ClosingInput, closingOf(body));
      await this.minutes.correct(tx, id, versionIn(body), decisions ?? []);
      return `/punkter/${id}/referat?besked=rettet`;
    }, (tx, refusal) => minutesPage(tx, id, refusal, {}));
  }

  @Post('godkend')
  @Policy(closeItems)
  approve(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await this.minutes.approve(tx, id);
      return `/punkter/${id}/referat?besked=godkendt`;
    }, (tx, refusal) => minutesPage(tx, id, refusal, {}));
  }
}

async function minutesPage(tx: Tx, id: string, refusal: Refusal | null, query: ItemQuery): Promise<Page> {
  const view = minutesView(await readItem(tx, id), await readMinutes(tx, id));
  return { title: 'Referat', current: '/dagsorden', content: <Minutes view={view} refusal={refusal} notice={noticeOf(id, query)} /> };
}
