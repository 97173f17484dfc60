import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { Idempotency, once, type IdempotencyKey } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/if-match.js';
import { GoalChange, GoalInput, GoalTie, PlanActionInput, PlanInput } from './goal.dto.js';
import { readPlan, writePlan } from './plans.policies.js';
import { PlansService, type PlanAnswer } from './plans.service.js';

@ApiTags('plans')
@Controller('api/v1/youths/:id/plan')
export class PlansController {
  constructor(
    private readonly db: Database,
    private readonly plans: PlansService,
  ) {}

  @Get()
  @Policy(readPlan)
  read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PlanAnswer> {
    return this.db.transaction(actor, (tx) => this.plans.read(tx, id));
  }

  @Put()
  @Policy(writePlan)
  replace(@CurrentActor() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Body() body: PlanInput): Promise<PlanAnswer> {
    return this.change(actor, id, (tx) => this.plans.replaceGoals(tx, id, version, body.goals));
  }

  @Post('goals')
  @Policy(writePlan)
  addGoal(@CurrentActor() actor: Actor, @Param('id') id: string, @Idempotency() key: IdempotencyKey | null, @Body() body: GoalInput): Promise<PlanAnswer> {
    return this.change(actor, id, (tx) => once(tx, key, () => this.plans.addGoal(tx, id, body)));
  }

  @Patch('goals/:goalId')
  @Policy(writePlan)
  changeGoal(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Param('goalId') goalId: string, @IfMatch() version: number, @Body() body: GoalChange,
  ): Promise<PlanAnswer> {
    return this.change(actor, id, (tx) => this.plans.changeGoal(tx, id, goalId, version, body));
  }

  @Post('actions')
  @Policy(writePlan)
  addAction(@CurrentActor() actor: Actor, @Param('id') id: string, @Idempotency() key: IdempotencyKey | null, @Body() body: PlanActionInput): Promise<PlanAnswer> {
    return this.change(actor, id, (tx) => once(tx, key, () => this.plans.addAction(tx, id, body)));
  }

  @Put('actions/:actionId/goal')
  @HttpCode(200)
  @Policy(writePlan)
  tieAction(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('actionId') actionId: string, @Body() body: GoalTie): Promise<PlanAnswer> {
    return this.change(actor, id, (tx) => this.plans.tieAction(tx, id, actionId, body.goalId));
  }

  private change(actor: Actor, youthId: string, work: (tx: Tx) => Promise<unknown>): Promise<PlanAnswer> {
    return this.db.transaction(actor, async (tx) => {
      await work(tx);
      return this.plans.read(tx, youthId);
    });
  }
}
