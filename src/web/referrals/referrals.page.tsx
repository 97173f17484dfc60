import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { allows, Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict } from '../../platform/errors/domain-error.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { readReferral } from '../../referrals/reading/read-referral.js';
import { Referral } from '../../referrals/referral.entity.js';
import { endReferral, raiseReferral, readReferrals, triageReferral } from '../../referrals/referrals.policies.js';
import { visibleReferral } from '../../referrals/referral-scope.js';
import { takeBack } from '../../referrals/take-back.js';
import { acceptReferral, coordinateDirectly, returnReferral, withdrawReferral } from '../../referrals/triage-referral.js';
import { readReferralList } from '../../reports/referrals/referral-list.js';
import { OptionalField } from '../forms/form-input.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { ReferralList } from './referral-list.js';
import { referralListView } from './referral-list.view.js';
import { ReferralPage } from './referral.js';
import { type ReferralNoticeCode, referralNotice, ReferralQuery } from './referral-notices.js';
import { referralPageView } from './referral.view.js';

class ReasonForm {
  @IsString() @IsNotEmpty() @MaxLength(1_000)
  reason!: string;
}

class ReturnForm extends ReasonForm {
  @OptionalField() @IsCalendarDate()
  returnOn?: CalendarDate;
}

/** The referrals: where each stands, one in full, and the verdicts of triage. */
@Controller('anmodninger')
@UseGuards(FormGuard)
export class ReferralPages {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Policy(readReferrals)
  list(@Query() query: ReferralQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => listPage(tx, query));
  }

  @Get(':id')
  @Policy(readReferrals)
  show(@Param('id') id: string, @Query() query: ReferralQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => referralPage(tx, id, query, null));
  }

  @Post(':id/godkend')
  @Policy(triageReferral)
  accept(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'godkendt', (tx) => acceptReferral(tx, id, null));
  }

  @Post(':id/send-tilbage')
  @Policy(triageReferral)
  return(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'sendt-tilbage', async (tx) => {
      const { reason, returnOn } = await readForm(ReturnForm, body);
      await returnReferral(tx, id, reason, returnOn ?? null);
    });
  }

  @Post(':id/direkte')
  @Policy(endReferral)
  coordinate(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'direkte', async (tx) => coordinateDirectly(tx, id, (await readForm(ReasonForm, body)).reason));
  }

  @Post(':id/traek-tilbage')
  @Policy(endReferral)
  withdraw(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'trukket', async (tx) => withdrawReferral(tx, id, (await readForm(ReasonForm, body)).reason));
  }

  @Post(':id/smid-ud')
  @Policy(raiseReferral)
  discard(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await discardDraft(tx, id);
      return `/anmodninger?besked=smidt-ud&fortryd=${id}`;
    }, (tx, refusal) => referralPage(tx, id, {}, refusal));
  }

  @Post(':id/fortryd')
  @Policy(endReferral)
  undo(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, 'fortrudt', (tx) => takeBack(tx, id));
  }

  private change(reply: FastifyReply, id: string, notice: ReferralNoticeCode, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.pages.change(reply, (tx) => work(tx).then(() => `/anmodninger/${id}?besked=${notice}`), (tx, refusal) => referralPage(tx, id, {}, refusal));
  }
}

async function listPage(tx: Tx, { besked, fortryd }: ReferralQuery): Promise<Page> {
  const view = referralListView(await readReferralList(tx), tx.today);
  return {
    title: view.heading, current: '/anmodninger', content: <ReferralList view={view} notice={referralNotice(besked, fortryd)} mayRaise={allows(raiseReferral, tx.actor)} />,
  };
}

async function referralPage(tx: Tx, id: string, { besked }: ReferralQuery, refusal: Refusal | null): Promise<Page> {
  const view = referralPageView(await readReferral(tx, id), tx.actor, tx.today);
  return { title: 'Anmodning om K-møde', current: '/anmodninger', content: <ReferralPage view={view} refusal={refusal} notice={referralNotice(besked, id)} /> };
}

/** Only a draft is thrown away without a reason. */
async function discardDraft(tx: Tx, id: string): Promise<void> {
  const { state } = await tx.find(Referral, id, visibleReferral(tx));
  if (state !== 'draft') throw conflict('invalid_transition', 'Anmodningen er sendt. Træk den tilbage med en grund i stedet.', { state });
  await withdrawReferral(tx, id, 'Kladden er smidt ud');
}
