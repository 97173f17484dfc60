import { Injectable } from '@nestjs/common';
import { readStaff } from '../../departments/staff/staff.queries.js';
import { readDepartments } from '../../departments/units/departments.queries.js';
import { PlanVersionsService } from '../../plans/plan-versions.service.js';
import { PlansService } from '../../plans/plans.service.js';
import type { Tx } from '../../platform/database/tx.js';
import { isCoordinator } from '../../youths/coordination/coordinators.js';
import type { Refusal } from '../forms/refusal.js';
import type { Page } from '../layout/pages.js';
import { PlanPage } from './plan.js';
import type { PlanNotice } from './plan-notices.js';
import { type PlanPageData, planPageView } from './plan-page.view.js';

/** More people than work with youths in any municipality of this kind. */
export const MOST_STAFF = 1000;

/** Draws the plan of a youth, for its own address and for each form of it that was refused. */
@Injectable()
export class PlanScreen {
  constructor(
    private readonly plans: PlansService,
    private readonly versions: PlanVersionsService,
  ) {}

  /** @throws DomainError not_found */
  async page(tx: Tx, youthId: string, { notice = null, refusal = null }: { notice?: PlanNotice | null; refusal?: Refusal | null } = {}): Promise<Page> {
    const view = planPageView(await this.read(tx, youthId));
    return { title: 'Planen', current: '/unge', content: <PlanPage view={view} notice={notice} refusal={refusal} /> };
  }

  private async read(tx: Tx, youthId: string): Promise<PlanPageData> {
    const plan = await this.plans.read(tx, youthId);
    const mayWrite = await isCoordinator(tx, youthId);
    return {
      plan, mayWrite, staffId: tx.actor.staffId, today: tx.today,
      versions: await this.versions.list(tx, youthId),
      latest: plan.published === null ? null : await this.versions.show(tx, youthId, plan.published.number),
      staff: mayWrite ? await readStaff(tx, null, null, MOST_STAFF) : [],
      units: mayWrite ? await readDepartments(tx) : [],
    };
  }
}
