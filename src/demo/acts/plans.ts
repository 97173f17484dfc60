import { PlanVersionsService } from '../../plans/plan-versions.service.js';
import { type GoalInPlan, PlansService } from '../../plans/plans.service.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { DemoWorld } from '../demo-world.js';
import type { StaffName } from '../organisation/staff.data.js';

export interface GoalWritten extends Omit<GoalInPlan, 'id'> {
  /** Texts of actions of the youth that work for the goal. */
  readonly actions?: readonly string[];
}

/** The coordinating caseworker writes the goals of the plan anew: a known title keeps its goal. */
export async function writePlan(world: DemoWorld, who: StaffName, youth: string, goals: readonly GoalWritten[]): Promise<void> {
  const [plans, youthId] = [world.get(PlansService), world.youth(youth)];
  await world.as(who, async (tx) => {
    const present = await plans.read(tx, youthId);
    const idOf = new Map(present.goals.map(({ title, id }) => [title, id]));
    await plans.replaceGoals(tx, youthId, present.version, goals.map(({ actions: _, ...goal }) => ({ ...goal, id: idOf.get(goal.title) })));
    const { goals: written, otherActions } = await plans.read(tx, youthId);
    const actions = [...otherActions, ...written.flatMap((goal) => goal.actions)];
    for (const { title, actions: texts = [] } of goals) {
      const goalId = written.find((goal) => goal.title === title)?.id ?? null;
      for (const action of actions.filter(({ text }) => texts.includes(text))) await plans.tieAction(tx, youthId, action.id, goalId);
    }
  });
}

/** The coordinating caseworker agrees something with the youth outside a meeting. */
export async function agreeInPlan(
  world: DemoWorld, who: StaffName, youth: string, agreed: readonly [StaffName, string, CalendarDate],
): Promise<void> {
  const [owner, text, dueOn] = agreed;
  await world.as(who, (tx) => world.get(PlansService).addAction(tx, world.youth(youth), { text, ownerId: world.staff(owner), dueOn }));
}

/** The plan as it stands becomes the next version. */
export async function publishPlan(world: DemoWorld, who: StaffName, youth: string): Promise<void> {
  await world.as(who, (tx) => world.get(PlanVersionsService).publish(tx, world.youth(youth)));
}
