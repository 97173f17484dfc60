import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentSession } from '../../auth/current-actor.js';
import { definePolicy, Policy } from '../../auth/policy.js';
import type { Session } from '../../auth/session-store.js';
import { recordMilestone } from '../../deadlines/deadlines.policies.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { httpStatus } from '../../platform/errors/http-status.js';
import { handOver, readYouth } from '../../youths/youths.policies.js';
import { Document } from '../layout/document.js';
import { FormGuard } from '../layout/form-guard.js';
import { seeOther, sendPage } from '../layout/send-page.js';
import { type FormProblem, isForThePage, problemOf } from './form-problem.js';
import { OfferedYouth, OfferRefused, YouthCardPage } from './narrow-pages.js';
import { type NoticeCode, noticeText } from './notices.js';
import { YouthOverview } from './youth-page.js';
import { type YouthLook, YouthPageService } from './youth-page.service.js';
import { youthPageView } from './youth-page.view.js';

const refusedPage = definePolicy('pages.offer-refused', 'signed_in');

export class YouthPageQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;
}

export class OfferForm {
  @IsString() @MaxLength(50)
  to!: string;
}

export class TickForm {
  @IsString() @MaxLength(20)
  occurredOn!: string;
}

@Controller()
@UseGuards(FormGuard)
export class YouthPage {
  constructor(
    private readonly db: Database,
    private readonly page: YouthPageService,
    private readonly config: Config,
  ) {}

  @Get('overdragelser/afvist')
  @Policy(refusedPage)
  refused(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Res() reply: FastifyReply): void {
    this.send(reply, actor, session, 'Du har sagt nej', <OfferRefused />);
  }

  @Get('unge/:id')
  @Policy(readYouth)
  show(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Param('id') id: string, @Query() query: YouthPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.render(reply, actor, session, id, { notice: noticeText(query.besked), problem: null });
  }

  @Post('unge/:id/overdragelse')
  @Policy(handOver)
  offer(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Param('id') id: string, @Body() form: OfferForm, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, actor, session, id, { field: 'modtager' }, async (tx) => {
      await this.page.offer(tx, id, form.to);
      return backTo(id, 'tilbudt', 'koordinering');
    });
  }

  @Post('unge/:id/overdragelse/:handoverId/:answer')
  @Policy(handOver)
  answer(
    @CurrentActor() actor: Actor, @CurrentSession() session: Session, @Param('id') id: string, @Param('handoverId') handoverId: string,
    @Param('answer') answer: string, @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.change(reply, actor, session, id, { field: null }, async (tx) => {
      const { notice, inSight } = await this.page.answer(tx, id, handoverId, answer);
      return inSight ? backTo(id, notice, 'koordinering') : '/overdragelser/afvist';
    });
  }

  @Post('unge/:id/frister/:deadlineId/klaret')
  @Policy(recordMilestone)
  tick(
    @CurrentActor() actor: Actor, @CurrentSession() session: Session, @Param('id') id: string, @Param('deadlineId') deadlineId: string,
    @Body() form: TickForm, @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.change(reply, actor, session, id, { field: `dato-${deadlineId}`, value: form.occurredOn }, async (tx) => {
      await this.page.tick(tx, id, deadlineId, form.occurredOn);
      return backTo(id, 'klaret', 'frister');
    });
  }

  @Post('unge/:id/milepaele/:milestoneId/fortryd')
  @Policy(recordMilestone)
  undo(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Param('id') id: string, @Param('milestoneId') milestoneId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, actor, session, id, { field: null }, async (tx) => {
      await this.page.undo(tx, milestoneId);
      return backTo(id, 'fortrudt', 'frister');
    });
  }

  /** Does what a form asks for and goes on; a refusal is said on the page itself. */
  private async change(
    reply: FastifyReply, actor: Actor, session: Session, id: string, at: Pick<FormProblem, 'field' | 'value'>, work: (tx: Tx) => Promise<string>,
  ): Promise<void> {
    try {
      seeOther(reply, await this.db.transaction(actor, work));
    } catch (error) {
      if (!isForThePage(error)) throw error;
      await this.render(reply, actor, session, id, { notice: null, problem: problemOf(error, at.field, at.value) }, httpStatus(error.kind));
    }
  }

  private async render(
    reply: FastifyReply, actor: Actor, session: Session, id: string, said: { notice: string | null; problem: FormProblem | null }, status = 200,
  ): Promise<void> {
    const look = await this.db.transaction(actor, (tx) => this.page.look(tx, id));
    this.send(reply, actor, session, titleOf(look), contentOf(look, said), status);
  }

  private send(reply: FastifyReply, actor: Actor, session: Session, title: string, content: ReturnType<typeof contentOf>, status = 200): void {
    sendPage(reply, (
      <Document title={title} municipality={this.config.MUNICIPALITY} viewer={{ actor, csrf: session.csrfSecret }}>{content}</Document>
    ), status);
  }
}

function contentOf(look: YouthLook, said: { notice: string | null; problem: FormProblem | null }) {
  if (look.scope === 'offered') return <OfferedYouth offer={look.offer} />;
  if (look.scope === 'card') return <YouthCardPage {...look.youth} />;
  return <YouthOverview view={youthPageView(look.data)} {...said} />;
}

function titleOf(look: YouthLook): string {
  if (look.scope === 'offered') return 'Vil du overtage en ung?';
  return look.scope === 'card' ? 'Hvem ringer jeg til?' : look.data.youth.name;
}

function backTo(id: string, notice: NoticeCode, part: string): string {
  return `/unge/${encodeURIComponent(id)}?besked=${notice}#${part}`;
}
