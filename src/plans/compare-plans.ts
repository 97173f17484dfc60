import type { PlanAction, PlanContent, PlanGoal } from './plan-content.js';

/** What is compared of a plan. */
export type ComparedPlan = Pick<PlanContent, 'goals' | 'otherActions' | 'coordinator' | 'next'>;

/** What was before and what is after; null: nothing. */
export interface Changed<T> {
  readonly before: T;
  readonly after: T;
}

export interface GoalChanges {
  readonly topic?: Changed<PlanGoal['topic']>;
  readonly title?: Changed<string>;
  readonly ownWords?: Changed<string | null>;
  readonly state?: Changed<PlanGoal['state']>;
}

export interface ActionChanges {
  readonly text?: Changed<string>;
  readonly owner?: Changed<string>;
  readonly dueOn?: Changed<PlanAction['dueOn']>;
  readonly state?: Changed<PlanAction['state']>;
  /** The title of the goal that it works for; null: none. */
  readonly goal?: Changed<string | null>;
}

/** An action with the goal that it works for. */
export interface PlacedAction {
  readonly action: PlanAction;
  readonly goal: string | null;
}

interface Difference<T, C> {
  readonly added: readonly T[];
  readonly changed: ReadonlyArray<{ readonly after: T; readonly changes: C }>;
  /** No longer there, or given up. */
  readonly gone: readonly T[];
}

/** What differs between two states of one plan. */
export interface PlanDifference {
  readonly goals: Difference<PlanGoal, GoalChanges>;
  readonly actions: Difference<PlacedAction, ActionChanges>;
  readonly coordinator: Changed<string | null> | null;
  readonly next: Changed<PlanContent['next']> | null;
  readonly same: boolean;
}

/**
 * Compares two states of one plan, the earlier one first. Goals and actions are known by their ids, so that a new wording is a
 * change; what was dropped in both is left out. The order of goals, the answers to the scaling question and the
 * place of the next meeting do not count.
 */
export function comparePlans(before: ComparedPlan, after: ComparedPlan): PlanDifference {
  const goals = difference(before.goals, after.goals, ({ id }) => id, ({ state }) => state === 'dropped', goalChanges);
  const actions = difference(placed(before), placed(after), ({ action }) => action.id, ({ action }) => action.state === 'dropped', actionChanges);
  const coordinator = changedBetween(before.coordinator?.name ?? null, after.coordinator?.name ?? null) ?? null;
  const next = whenOf(before.next) === whenOf(after.next) ? null : { before: before.next, after: after.next };
  const count = [goals, actions].reduce((sum, { added, changed, gone }) => sum + added.length + changed.length + gone.length, 0);
  return { goals, actions, coordinator, next, same: count === 0 && coordinator === null && next === null };
}

function difference<T, C extends object>(
  before: readonly T[], after: readonly T[], idOf: (each: T) => string, dropped: (each: T) => boolean, changesOf: (before: T, after: T) => C,
): Difference<T, C> {
  const old = new Map(before.filter((each) => !dropped(each)).map((each) => [idOf(each), each]));
  const now = new Map(after.filter((each) => !dropped(each)).map((each) => [idOf(each), each]));
  const changed = [...now].flatMap(([id, each]) => {
    const was = old.get(id);
    const changes = was === undefined ? {} as C : changesOf(was, each);
    return Object.values(changes).every((change) => change === undefined) ? [] : [{ after: each, changes }];
  });
  return {
    added: [...now].filter(([id]) => !old.has(id)).map(([, each]) => each), changed,
    gone: [...old].filter(([id]) => !now.has(id)).map(([, each]) => each),
  };
}

function goalChanges(before: PlanGoal, after: PlanGoal): GoalChanges {
  return given({
    topic: changedBetween(before.topic, after.topic), title: changedBetween(before.title, after.title),
    ownWords: changedBetween(before.ownWords, after.ownWords), state: changedBetween(before.state, after.state),
  });
}

function actionChanges({ action: before, goal: from }: PlacedAction, { action: after, goal: to }: PlacedAction): ActionChanges {
  return given({
    text: changedBetween(before.text, after.text), owner: changedBetween(before.owner.name, after.owner.name),
    dueOn: changedBetween(before.dueOn, after.dueOn), state: changedBetween(before.state, after.state), goal: changedBetween(from, to),
  });
}

function placed({ goals, otherActions }: ComparedPlan): PlacedAction[] {
  return [...goals.flatMap(({ title, actions }) => actions.map((action) => ({ action, goal: title }))), ...otherActions.map((action) => ({ action, goal: null }))];
}

/** The place of a meeting does not count: a protected youth's is never told. */
function whenOf(next: PlanContent['next']): string | null {
  return next === null ? null : `${next.kind} ${next.kind === 'check' ? next.on : next.startsAt}`;
}

function changedBetween<T extends string | null>(before: T, after: T): Changed<T> | undefined {
  return before === after ? undefined : { before, after };
}

function given<C extends object>(changes: C): { [K in keyof C]?: Exclude<C[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, change]) => change !== undefined)) as { [K in keyof C]?: Exclude<C[K], undefined> };
}
