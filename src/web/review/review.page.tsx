import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { raiseReferral } from '../../referrals/raising/raise-referral.js';
import { coordinateDirectly } from '../../referrals/triage-referral.js';
import { readReview } from '../../reports/review/read-review.js';
import { OVERVIEW_VIEWS, overviewView } from '../../reports/youth-overview/overview-views.data.js';
import { MOST_COUNTED } from '../../reports/youth-overview/read-overview.js';
import { postponeReview, resumeReview } from '../../youths/reviews/postpone-review.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { ReviewPage } from './review.js';
import { reviewYouths } from './review.policies.js';
import { reviewView } from './review.view.js';

const DEFAULT_LIST = 'turning_18_in_12_months';
/** A list whose youths all have a meeting behind them has nobody to look at. */
const LISTS = OVERVIEW_VIEWS.filter(({ code }) => code !== 'turning_18_without_meeting');
const NOTICES: Readonly<Record<string, string>> = {
  senere: 'Gemt. Den unge er på listen igen på den dag, du valgte.',
  uden: 'Gemt. Den unge koordineres uden møde.',
  fortrudt: 'Det er fortrudt, og den unge er på listen igen.',
};

export class ReviewQuery {
  @IsIn(LISTS.map(({ code }) => code))
  view: string = DEFAULT_LIST;

  @IsOptional() @IsIn(Object.keys(NOTICES))
  besked?: string;

  /** The youth whose postponement may be taken back. */
  @IsOptional() @IsUUID()
  fortryd?: string;
}

class LaterForm {
  @IsCalendarDate()
  returnOn!: CalendarDate;
}

class WithoutMeetingForm {
  @IsString() @IsNotEmpty() @MaxLength(1000)
  reason!: string;
}

/** "Gennemgang": a list one youth at a time until nobody is left. */
@Controller('unge/gennemgang')
@UseGuards(FormGuard)
@Policy(reviewYouths)
export class ReviewPages {
  constructor(private readonly pages: Pages) {}

  @Get()
  show(@Query() query: ReviewQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => reviewPage(tx, query, null));
  }

  @Post(':id/senere')
  later(@Param('id') id: string, @Query() query: ReviewQuery, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await postponeReview(tx, id, (await readForm(LaterForm, body)).returnOn);
      return onTo(query, 'senere', id);
    }, (tx, refusal) => reviewPage(tx, query, refusal));
  }

  @Post(':id/uden-moede')
  withoutMeeting(@Param('id') id: string, @Query() query: ReviewQuery, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const { reason } = await readForm(WithoutMeetingForm, body);
      const referralId = await raiseReferral(tx, { youthId: id, type: 'transition', purpose: 'coordinate', reason, asDraft: true });
      await coordinateDirectly(tx, referralId, reason);
      return onTo(query, 'uden');
    }, (tx, refusal) => reviewPage(tx, query, refusal));
  }

  @Post(':id/fortryd')
  resume(@Param('id') id: string, @Query() query: ReviewQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => resumeReview(tx, id).then(() => onTo(query, 'fortrudt')), (tx, refusal) => reviewPage(tx, query, refusal));
  }
}

async function reviewPage(tx: Tx, { view: code, besked, fortryd }: ReviewQuery, refusal: Refusal | null): Promise<Page> {
  const list = overviewView(code) ?? LISTS[0];
  if (list === undefined) throw new Error('no list to review');
  const view = reviewView(await readReview(tx, list), list, LISTS, tx.today, MOST_COUNTED);
  const text = NOTICES[besked ?? ''];
  const notice = text === undefined || refusal !== null ? null : { text, undo: fortryd === undefined ? null : `/unge/gennemgang/${fortryd}/fortryd` };
  return { title: 'Gennemgang', current: '/unge', content: <ReviewPage view={view} refusal={refusal} notice={notice} /> };
}

function onTo({ view }: ReviewQuery, notice: string, undo?: string): string {
  return `/unge/gennemgang?view=${view}&besked=${notice}${undo === undefined ? '' : `&fortryd=${undo}`}`;
}
