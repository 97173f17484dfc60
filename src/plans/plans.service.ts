import { Injectable } from '@nestjs/common';
import { Action } from '../conclusions/actions/action.entity.js';
import { agreeAction, refuseDueInPast, requireActiveOwner } from '../conclusions/actions/agree-action.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Tx } from '../platform/database/tx.js';
import { notFound, rule } from '../platform/errors/domain-error.js';
import { openYouth } from '../youths/access/open-youth.js';
import { Goal, type GoalText } from './goal.entity.js';
import { activePlanOf, lockPlan, type OpenPlan } from './open-plan.js';
import type { GoalTopic } from './plan-codes.js';
import type { PlanContent } from './plan-content.js';
import { readPlanContent } from './read-plan-content.js';
import { latestVersion, type PlanVersionLine } from './plan-versions.service.js';

export type NewGoal = GoalText & { readonly topic: GoalTopic; readonly title: string };
export type GoalInPlan = NewGoal & { readonly id?: string | undefined };

export interface PlanAnswer extends Omit<PlanContent, 'schemaVersion' | 'version' | 'writtenAt'> {
  readonly id: string | null;
  readonly youthId: string;
  /** For `If-Match`; 0 while there is no plan. */
  readonly version: number;
  readonly published: PlanVersionLine | null;
}

/** The one plan of a youth: goals, and the actions that work for them. The coordinating caseworker writes it. */
@Injectable()
export class PlansService {
  /** @throws DomainError not_found */
  async read(tx: Tx, youthId: string): Promise<PlanAnswer> {
    const { youth, ground } = await openYouth(tx, youthId);
    const plan = await activePlanOf(tx, youthId);
    const { schemaVersion: _schema, writtenAt: _writtenAt, ...content } = await readPlanContent(tx, youth, plan);
    tx.audit('plan.read', { type: 'plan', id: plan?.id ?? null, youthIds: [youthId], ground });
    const published = plan ? await latestVersion(tx, plan.id) : null;
    return { ...content, id: plan?.id ?? null, youthId, version: plan?.version ?? 0, published };
  }

  /**
   * The goals become these, in this order; a goal that is left out is dropped, not deleted.
   * @throws DomainError not_found; forbidden `not_coordinator`; precondition `changed_meanwhile`; rule `unknown_goal`
   */
  async replaceGoals(tx: Tx, youthId: string, expected: number, goals: readonly GoalInPlan[]): Promise<void> {
    const open = await lockPlan(tx, youthId, expected);
    const present = new Map((await goalsOf(tx, open.plan.id)).map((goal) => [goal.id, goal]));
    const kept: Goal[] = [];
    for (const [position, { id, ...text }] of goals.entries()) {
      const goal = id === undefined ? Goal.set(open.plan.id, position, text, tx.now) : present.get(id);
      if (!goal || kept.includes(goal)) throw unknownGoal(`goals.${position}.id`);
      if (id !== undefined) goal.rewrite(text, tx.now);
      goal.placeAt(position);
      kept.push(goal);
    }
    const leftOut = [...present.values()].filter((goal) => !kept.includes(goal));
    leftOut.forEach((goal, index) => {
      goal.rewrite({ state: 'dropped' }, tx.now);
      goal.placeAt(goals.length + index);
    });
    for (const goal of [...kept, ...leftOut]) await tx.save(goal);
    await this.changed(tx, open, 'plan.goals_replaced');
  }

  /** Adds a goal at the end. Returns its id. @throws DomainError not_found; forbidden `not_coordinator` */
  async addGoal(tx: Tx, youthId: string, text: NewGoal): Promise<string> {
    const open = await lockPlan(tx, youthId);
    const position = (await goalsOf(tx, open.plan.id)).length;
    const goal = await tx.save(Goal.set(open.plan.id, position, text, tx.now));
    await this.changed(tx, open, 'plan.goal_added');
    return goal.id;
  }

  /** @throws DomainError not_found; forbidden `not_coordinator`; precondition `changed_meanwhile` */
  async changeGoal(tx: Tx, youthId: string, goalId: string, expected: number, text: GoalText): Promise<void> {
    const open = await lockPlan(tx, youthId, expected);
    const goal = (await goalsOf(tx, open.plan.id)).find(({ id }) => id === goalId);
    if (!goal) throw notFound();
    goal.rewrite(text, tx.now);
    await tx.save(goal);
    await this.changed(tx, open, 'plan.goal_changed');
  }

  /**
   * Moves a goal one place up or down among the goals that are still open; at the end nothing changes.
   * @throws DomainError not_found; forbidden `not_coordinator`; precondition `changed_meanwhile`
   */
  async moveGoal(tx: Tx, youthId: string, goalId: string, expected: number, direction: 'up' | 'down'): Promise<void> {
    const open = await lockPlan(tx, youthId, expected);
    const goals = await goalsOf(tx, open.plan.id);
    const goal = goals.find(({ id }) => id === goalId);
    if (!goal) throw notFound();
    const wanted = goals.filter(({ state }) => state === 'open');
    const neighbour = wanted[wanted.indexOf(goal) + (direction === 'up' ? -1 : 1)];
    if (!wanted.includes(goal) || neighbour === undefined) return;
    const places = [goals.indexOf(goal), goals.indexOf(neighbour)] as const;
    goal.placeAt(places[1]);
    neighbour.placeAt(places[0]);
    goals.filter((each) => each !== goal && each !== neighbour).forEach((each) => each.placeAt(goals.indexOf(each)));
    for (const each of goals) await tx.save(each);
    await this.changed(tx, open, 'plan.goal_moved');
  }

  /** Agrees an action in the plan. Returns its id. @throws DomainError not_found; forbidden; rule `unknown_goal`, `owner_unknown`, `due_in_past` */
  async addAction(tx: Tx, youthId: string, agreed: { text: string; ownerId: string; dueOn: CalendarDate; goalId?: string | undefined }): Promise<string> {
    const open = await lockPlan(tx, youthId);
    const { goalId = null } = agreed;
    if (goalId !== null) await this.requireGoal(tx, open, goalId);
    await requireActiveOwner(tx, agreed.ownerId);
    refuseDueInPast(agreed.dueOn, tx.today);
    const action = await agreeAction(tx, { ...agreed, youthId, bookingId: null, goalId, kind: 'agreed' });
    await this.changed(tx, open, 'plan.action_added');
    return action.id;
  }

  /** Ties an action of the youth to a goal, or to none. @throws DomainError not_found; forbidden; rule `unknown_goal` */
  async tieAction(tx: Tx, youthId: string, actionId: string, goalId: string | null): Promise<void> {
    const open = await lockPlan(tx, youthId);
    const action = await tx.lock(Action, actionId, (alias) => ({ sql: `${alias}.youth_id = :planYouth`, parameters: { planYouth: youthId } }));
    if (goalId !== null) await this.requireGoal(tx, open, goalId);
    action.workFor(goalId);
    await tx.save(action);
    await this.changed(tx, open, 'plan.action_tied');
  }

  private async requireGoal(tx: Tx, open: OpenPlan, goalId: string): Promise<void> {
    const goals = await goalsOf(tx, open.plan.id);
    if (!goals.some((goal) => goal.id === goalId)) throw unknownGoal('goalId');
  }

  private async changed(tx: Tx, { plan, youth, ground }: OpenPlan, verb: `plan.${string}`): Promise<void> {
    plan.touch(tx.now);
    await tx.save(plan);
    tx.audit(verb, { type: 'plan', id: plan.id, youthIds: [youth.id], ground, detail: { version: plan.version } });
  }
}

async function goalsOf(tx: Tx, planId: string): Promise<Goal[]> {
  return tx.manager.createQueryBuilder(Goal, 'g').where('g.plan_id = :planId', { planId }).orderBy('g.position').addOrderBy('g.id').getMany();
}

function unknownGoal(field: string): Error {
  const message = 'Målet findes ikke i den unges plan. Hent planen igen.';
  return rule('unknown_goal', message, [{ field, code: 'unknown_goal', message }]);
}
