import { Body, Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import { IsNotEmpty, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { ActionsService } from '../../conclusions/actions/actions.service.js';
import { listActions } from '../../conclusions/actions/list-actions.js';
import { workOnActions } from '../../conclusions/conclusions.policies.js';
import { readStaff } from '../../departments/staff/staff.queries.js';
import { readDepartments } from '../../departments/units/departments.queries.js';
import { PlansService } from '../../plans/plans.service.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { isCoordinator } from '../../youths/coordination/coordinators.js';
import { OptionalField } from '../forms/form-input.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { EditAction } from './edit-action.js';
import { goalOptions, ownersOf } from './plan-page.view.js';
import { backToPlan } from './plan-notices.js';
import { MOST_STAFF, PlanScreen } from './plan-screen.js';

class ActionForm {
  @IsUUID()
  ownerId!: string;

  @IsCalendarDate()
  dueOn!: CalendarDate;

  @OptionalField() @IsUUID()
  goalId?: string;
}

class ReasonForm {
  @IsString() @IsNotEmpty() @MinLength(3) @MaxLength(1000)
  reason!: string;
}

/** One agreement of the plan: done, changed or given up by its owner, the coordinating caseworker or the owner's team leader. */
@Controller('unge/:id/plan/aftaler/:actionId')
@UseGuards(FormGuard)
@Policy(workOnActions)
export class PlanActionPages {
  constructor(
    private readonly pages: Pages,
    private readonly screen: PlanScreen,
    private readonly plans: PlansService,
    private readonly actions: ActionsService,
  ) {}

  @Get()
  show(@Param('id') id: string, @Param('actionId') actionId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.editPage(tx, id, actionId, null));
  }

  @Post()
  change(@Param('id') id: string, @Param('actionId') actionId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const { goalId = null, ...to } = await readForm(ActionForm, body);
      await this.actions.change(tx, actionId, to);
      if (isId(id) && (await isCoordinator(tx, id))) await this.plans.tieAction(tx, id, actionId, goalId);
      return backToPlan(id, 'aftale-rettet');
    }, (tx, refusal) => this.editPage(tx, id, actionId, refusal));
  }

  @Post('gjort')
  complete(@Param('id') id: string, @Param('actionId') actionId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.onPlan(reply, id, (tx) => this.actions.complete(tx, actionId).then(() => backToPlan(id, 'aftale-gjort', actionId)));
  }

  @Post('genaabn')
  reopen(@Param('id') id: string, @Param('actionId') actionId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.onPlan(reply, id, (tx) => this.actions.reopen(tx, actionId).then(() => backToPlan(id, 'aftale-aabnet')));
  }

  @Post('opgiv')
  drop(@Param('id') id: string, @Param('actionId') actionId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await this.actions.drop(tx, actionId, (await readForm(ReasonForm, body)).reason);
      return backToPlan(id, 'aftale-opgivet', actionId);
    }, (tx, refusal) => this.editPage(tx, id, actionId, refusal));
  }

  private async editPage(tx: Tx, youthId: string, actionId: string, refusal: Refusal | null): Promise<Page> {
    if (!isId(youthId) || !isId(actionId)) throw notFound();
    const { goals } = await this.plans.read(tx, youthId);
    const [action] = await listActions(tx, { id: actionId, youthId, after: null, limit: 1 });
    if (action === undefined) throw notFound();
    const owners = ownersOf({ staff: await readStaff(tx, null, null, MOST_STAFF), units: await readDepartments(tx) });
    const tied = (await isCoordinator(tx, youthId)) ? goalOptions(goals) : null;
    return { title: 'Ret en aftale', current: '/unge', content: <EditAction youthId={youthId} action={action} owners={owners} goals={tied} refusal={refusal} /> };
  }

  private onPlan(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}
