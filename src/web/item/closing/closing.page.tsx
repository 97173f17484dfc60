import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { ClosingInput } from '../../../conclusions/closing/closing.dto.js';
import type { ClosingStatement } from '../../../conclusions/closing/closing-statement.js';
import { ConcludeItem } from '../../../conclusions/closing/conclude-item.js';
import { closeItems } from '../../../conclusions/conclusions.policies.js';
import { ConclusionDraftsService, type DraftAnswer } from '../../../conclusions/drafts/conclusion-drafts.service.js';
import { BookingGate } from '../../../meetings/bookings/booking-gate.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readForm } from '../../forms/read-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { itemFront } from '../item-front.js';
import { noticeOf } from '../item-notice.js';
import { ItemQuery } from '../item-query.js';
import { Closing, type ClosingProps } from './closing.js';
import { closingView, gapsOf, type Written } from './closing.view.js';
import { closingOf, everybodyPresent, sent, versionIn } from './closing-form.js';
import { differencesOf } from './others-draft.js';
import { type ClosingData, readClosing } from './read-closing.js';

/** The conclusion of an item, saved as it is written. */
@Controller('punkter/:id/afslutning')
@UseGuards(FormGuard)
export class ClosingPage {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: ConclusionDraftsService,
    private readonly closing: ConcludeItem,
    private readonly gate: BookingGate,
  ) {}

  @Get()
  @Policy(closeItems)
  show(@Param('id') id: string, @Query() query: ItemQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => {
      const data = await readClosing(tx, id, this.drafts);
      if (data.item.booking.state === 'concluded' || data.item.booking.state === 'cancelled') return itemFront(tx, id, null, query);
      const missing = query.besked === 'mangler' && data.draft.missing.length > 0 ? incomplete(data) : null;
      return page({ data, written: data.draft, all: query.alle === 'ja' }, { refusal: missing, notice: missing === null ? noticeOf(id, query) : null, differences: null });
    });
  }

  @Post()
  @Policy(closeItems)
  save(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const draft = await this.saveDraft(tx, id, body);
      if (sent(body, 'everybody')) await this.drafts.save(tx, id, draft.version, everybodyPresent(draft.content, draft));
      return `/punkter/${id}/afslutning?besked=kladde${sent(body, 'all') ? '&alle=ja' : ''}#${sent(body, 'everybody') ? 'attendance' : 'actions'}`;
    }, (tx, refusal) => this.again(tx, id, refusal, body));
  }

  /** Saves what was written; where nothing is missing, the item is closed in the same step. */
  @Post('luk')
  @Policy(closeItems)
  close(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.gate.run(() => this.pages.change(reply, async (tx) => {
      const draft = await this.saveDraft(tx, id, body);
      if (draft.missing.length > 0) return `/punkter/${id}/afslutning?besked=mangler`;
      await this.closing.conclude(tx, id, draft.content);
      return `/punkter/${id}?besked=afsluttet`;
    }, (tx, refusal) => this.again(tx, id, refusal, body)));
  }

  private async saveDraft(tx: Tx, id: string, body: unknown): Promise<DraftAnswer> {
    return this.drafts.save(tx, id, versionIn(body), await readForm(ClosingInput, closingOf(body)));
  }

  /** The form with what was typed; where another has saved since, the other's words stand above it. */
  private async again(tx: Tx, id: string, refusal: Refusal, body: unknown): Promise<Page> {
    const data = await readClosing(tx, id, this.drafts);
    const content = closingOf(body) as ClosingStatement;
    const changed = refusal.code === 'changed_meanwhile';
    const written = { content, version: changed ? data.draft.version : versionIn(body) };
    return page({ data, written, all: sent(body, 'all') }, { refusal, notice: null, differences: changed ? differencesOf(content, data) : null });
  }
}

function page({ data, written, all }: { data: ClosingData; written: Written; all: boolean }, said: Omit<ClosingProps, 'view'>): Page {
  return { title: 'Afslutning', current: '/dagsorden', content: <Closing view={closingView(data, written, all)} {...said} /> };
}

function incomplete({ item, draft }: ClosingData): Refusal {
  const message = 'Punktet kan ikke afsluttes endnu. Det, du har skrevet, er gemt. Udfyld det, der mangler.';
  return { action: `/punkter/${item.booking.id}/afslutning`, message, code: 'closing_incomplete', errors: gapsOf(draft), values: {}, extra: {} };
}
