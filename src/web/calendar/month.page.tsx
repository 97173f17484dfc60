import { Controller, Get, Query, Res } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { wayThatWorksAgain } from '../../calendars/channel/works-again.js';
import { readMonth } from '../../reports/month/read-month.js';
import { openTo } from '../layout/open-to.js';
import { Pages } from '../layout/pages.js';
import { MONTH, monthSpan } from './month-span.js';
import { MonthOverview } from './month.js';
import { monthView } from './month.view.js';

const ownMonth = definePolicy('pages.own-month', 'signed_in');

export class MonthQuery {
  @IsOptional() @Matches(MONTH)
  maaned?: string;
}

@Controller('kalender')
export class MonthPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Policy(ownMonth)
  show(@Query() { maaned }: MonthQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => {
      const span = monthSpan(maaned, tx.today);
      const view = monthView(await readMonth(tx, span.from, span.to), span, tx.today, (href) => openTo(tx.actor, href));
      return { title: 'Kalender', current: '/kalender', content: <MonthOverview {...view} worksAgain={await wayThatWorksAgain(tx)} /> };
    });
  }
}
