import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { GOAL_TOPICS, type GoalTopic } from '../../plans/plan-codes.js';
import { PlanVersionsService } from '../../plans/plan-versions.service.js';
import { readPlan, writePlan } from '../../plans/plans.policies.js';
import { PlansService } from '../../plans/plans.service.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { chosen } from '../forms/chosen.js';
import { OptionalField } from '../forms/form-input.js';
import { readForm } from '../forms/read-form.js';
import { FormGuard } from '../layout/form-guard.js';
import { Pages } from '../layout/pages.js';
import { backToPlan, planNotice, PlanPageQuery } from './plan-notices.js';
import { PlanScreen } from './plan-screen.js';

class NewGoalForm {
  @IsString() @IsNotEmpty() @MaxLength(300)
  title!: string;

  @OptionalField() @IsString() @MaxLength(2000)
  ownWords?: string;

  @IsIn(GOAL_TOPICS)
  topic!: GoalTopic;
}

class NewActionForm {
  @IsString() @IsNotEmpty() @MaxLength(1000)
  text!: string;

  @IsString() @MaxLength(50)
  ownerId!: string;

  @IsCalendarDate()
  dueOn!: CalendarDate;

  @OptionalField() @IsUUID()
  goalId?: string;
}

/** The one plan of a youth: read by those on the case, written by the coordinating caseworker. */
@Controller('unge/:id/plan')
@UseGuards(FormGuard)
export class PlanPages {
  constructor(
    private readonly pages: Pages,
    private readonly screen: PlanScreen,
    private readonly plans: PlansService,
    private readonly versions: PlanVersionsService,
  ) {}

  @Get()
  @Policy(readPlan)
  show(@Param('id') id: string, @Query() query: PlanPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.screen.page(tx, id, { notice: planNotice(id, query) }));
  }

  @Post('maal')
  @Policy(writePlan)
  addGoal(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await this.plans.addGoal(tx, id, await readForm(NewGoalForm, body));
      return backToPlan(id, 'maal-nyt');
    });
  }

  @Post('aftaler')
  @Policy(writePlan)
  addAction(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const form = await readForm(NewActionForm, body);
      chosen('ownerId', form.ownerId, 'Vælg, hvem der gør det.');
      await this.plans.addAction(tx, id, form);
      return backToPlan(id, 'aftale-ny');
    });
  }

  @Post('godkend')
  @Policy(writePlan)
  approve(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => this.versions.publish(tx, id).then(() => backToPlan(id, 'godkendt')));
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}
