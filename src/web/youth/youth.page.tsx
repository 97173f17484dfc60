import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { acceptHandover, offerHandover, refuseHandover, withdrawHandover } from '../../youths/coordination/handovers.js';
import { handOver, readYouth } from '../../youths/youths.policies.js';
import { blame } from '../forms/blame.js';
import { chosen } from '../forms/chosen.js';
import { readForm } from '../forms/read-form.js';
import { FormGuard } from '../layout/form-guard.js';
import { Pages } from '../layout/pages.js';
import { OfferRefused } from './narrow-pages.js';
import { backToYouth, type NoticeCode, youthNotice, YouthPageQuery } from './youth-notices.js';
import { YouthScreen } from './youth-screen.js';

const refusedPage = definePolicy('pages.offer-refused', 'signed_in');

const ANSWERS: Readonly<Record<string, { readonly verb: (tx: Tx, id: string) => Promise<void>; readonly notice: NoticeCode }>> = {
  ja: { verb: acceptHandover, notice: 'overtaget' },
  nej: { verb: refuseHandover, notice: 'afvist' },
  tilbagetraek: { verb: withdrawHandover, notice: 'trukket' },
};

class OfferForm {
  @IsString() @MaxLength(50)
  to!: string;
}

/** The page of one youth, and the hand-over of the youth to another. */
@Controller()
@UseGuards(FormGuard)
export class YouthPage {
  constructor(
    private readonly pages: Pages,
    private readonly screen: YouthScreen,
  ) {}

  @Get('overdragelser/afvist')
  @Policy(refusedPage)
  refused(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, () => Promise.resolve({ title: 'Du har sagt nej', content: <OfferRefused /> }));
  }

  @Get('unge/:id')
  @Policy(readYouth)
  show(@Param('id') id: string, @Query() query: YouthPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.screen.page(tx, id, { notice: youthNotice(id, query) }));
  }

  @Post('unge/:id/overdragelse')
  @Policy(handOver)
  offer(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const to = chosen('to', (await readForm(OfferForm, body)).to, 'Vælg, hvem der skal overtage.');
      await blame('to', offerHandover(tx, id, to));
      return backToYouth(id, 'tilbudt', 'koordinering');
    }, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }

  @Post('unge/:id/overdragelse/:handoverId/:answer')
  @Policy(handOver)
  answer(@Param('id') id: string, @Param('handoverId') handoverId: string, @Param('answer') answer: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => answerOffer(tx, id, handoverId, answer), (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}

/** Answers an offer and names the next page: the youth may be out of sight afterwards. */
async function answerOffer(tx: Tx, youthId: string, handoverId: string, answer: string): Promise<string> {
  const found = Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : undefined;
  if (found === undefined) throw notFound();
  await found.verb(tx, handoverId);
  return (await accessTo(tx, youthId)) === null ? '/overdragelser/afvist' : backToYouth(youthId, found.notice, 'koordinering');
}
