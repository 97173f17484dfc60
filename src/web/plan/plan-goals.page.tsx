import { Body, Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsString, MaxLength, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { GOAL_STATES, GOAL_TOPICS, type GoalState, type GoalTopic } from '../../plans/plan-codes.js';
import { writePlan } from '../../plans/plans.policies.js';
import { PlansService } from '../../plans/plans.service.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { NumberField, OptionalField } from '../forms/form-input.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { EditGoal } from './edit-goal.js';
import { backToPlan } from './plan-notices.js';
import { PlanScreen } from './plan-screen.js';

/** The version of the plan that the form was made from, so that nobody's change is overwritten. */
class SeenForm {
  @NumberField() @Min(0)
  version!: number;
}

class GoalForm extends SeenForm {
  @IsString() @IsNotEmpty() @MaxLength(300)
  title!: string;

  @OptionalField() @IsString() @MaxLength(2000)
  ownWords?: string;

  @IsIn(GOAL_TOPICS)
  topic!: GoalTopic;
}

class MoveForm extends SeenForm {
  @IsIn(['up', 'down'])
  direction!: 'up' | 'down';
}

class StateForm extends SeenForm {
  @IsIn(GOAL_STATES)
  state!: GoalState;
}

/** One goal of the plan: its words, its place and where it stands. */
@Controller('unge/:id/plan/maal/:goalId')
@UseGuards(FormGuard)
@Policy(writePlan)
export class PlanGoalPages {
  constructor(
    private readonly pages: Pages,
    private readonly screen: PlanScreen,
    private readonly plans: PlansService,
  ) {}

  @Get()
  show(@Param('id') id: string, @Param('goalId') goalId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.editPage(tx, id, goalId, null));
  }

  @Post()
  rewrite(@Param('id') id: string, @Param('goalId') goalId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const { version, ownWords = null, ...text } = await readForm(GoalForm, body);
      await this.plans.changeGoal(tx, id, goalId, version, { ...text, ownWords });
      return backToPlan(id, 'maal-rettet');
    }, (tx, refusal) => this.editPage(tx, id, goalId, refusal));
  }

  @Post('flyt')
  move(@Param('id') id: string, @Param('goalId') goalId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const { version, direction } = await readForm(MoveForm, body);
      await this.plans.moveGoal(tx, id, goalId, version, direction);
      return backToPlan(id, 'maal-flyttet');
    });
  }

  @Post('status')
  setState(@Param('id') id: string, @Param('goalId') goalId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const { version, state } = await readForm(StateForm, body);
      await this.plans.changeGoal(tx, id, goalId, version, { state });
      return backToPlan(id, `maal-${state}`, goalId);
    });
  }

  private async editPage(tx: Tx, youthId: string, goalId: string, refusal: Refusal | null): Promise<Page> {
    const plan = await this.plans.read(tx, youthId);
    const goal = plan.goals.find(({ id }) => id === goalId);
    if (goal === undefined) throw notFound();
    return { title: 'Ret et mål', current: '/unge', content: <EditGoal youthId={youthId} version={plan.version} goal={goal} refusal={refusal} /> };
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}
