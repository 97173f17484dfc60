import type { StaffLine } from '../../departments/staff/staff.queries.js';
import type { DepartmentLine } from '../../departments/units/departments.queries.js';
import { comparePlans } from '../../plans/compare-plans.js';
import { topicLabel } from '../../plans/plan-codes.js';
import type { PlanAction, PlanContent, PlanGoal } from '../../plans/plan-content.js';
import type { PlanVersionLine } from '../../plans/plan-versions.service.js';
import type { PlanAnswer } from '../../plans/plans.service.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { GroupedOption, Option } from '../forms/fields.js';
import type { Badge } from '../words/youth-words.js';
import { differenceView, type DifferenceView } from './difference.view.js';
import { actionBadge, goalBadge, nextContactText, TOPIC_OPTIONS } from './plan-words.js';

/** So far ahead a new agreement is due unless told otherwise. */
const DAYS_TO_DO = 28;

export interface PlanPageData {
  readonly plan: PlanAnswer;
  readonly versions: readonly PlanVersionLine[];
  /** What the latest edition says; null before the first. */
  readonly latest: PlanContent | null;
  readonly mayWrite: boolean;
  readonly staffId: string | null;
  readonly staff: readonly StaffLine[];
  readonly units: readonly DepartmentLine[];
  readonly today: CalendarDate;
}

export interface ActionView {
  readonly id: string;
  readonly text: string;
  readonly who: string;
  readonly due: string;
  readonly badge: Badge;
  readonly open: boolean;
  /** Whether the reader may say that it is done, or change it. */
  readonly mine: boolean;
}

export interface GoalView {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly ownWords: string | null;
  readonly badge: Badge;
  readonly actions: readonly ActionView[];
  readonly open: boolean;
  readonly mayGoUp: boolean;
  readonly mayGoDown: boolean;
}

export interface EditionView {
  readonly number: number;
  /** 'Udgave af 9. december 2026 (nr. 3)' */
  readonly name: string;
  readonly by: string;
}

export interface PlanPageView {
  readonly id: string;
  readonly name: string;
  /** For the forms that must not overwrite another's change. */
  readonly version: number;
  readonly mayWrite: boolean;
  readonly lead: string;
  readonly facts: ReadonlyArray<{ readonly label: string; readonly text: string }>;
  readonly open: readonly GoalView[];
  readonly reached: readonly GoalView[];
  readonly dropped: readonly GoalView[];
  readonly others: readonly ActionView[];
  readonly editions: readonly EditionView[];
  /** What approving would add to the latest edition; null before the first. */
  readonly changes: DifferenceView | null;
  readonly mayApprove: boolean;
  readonly forms: {
    readonly topics: readonly Option[]; readonly owners: readonly GroupedOption[]; readonly goals: readonly Option[]; readonly earliest: CalendarDate; readonly due: CalendarDate
  } | null;
}

/** The plan as it stands, in words. */
export function planPageView(data: PlanPageData): PlanPageView {
  const { plan, latest, mayWrite, today } = data;
  const inState = (state: PlanGoal['state']): GoalView[] =>
    plan.goals.filter((goal) => goal.state === state).map((goal, index, all) => goalView(data, goal, { first: index === 0, last: index === all.length - 1 }));
  const empty = plan.goals.length === 0 && plan.otherActions.length === 0;
  const changes = latest === null ? null : differenceView(comparePlans(latest, plan));
  return {
    id: plan.youthId, name: plan.youth.name, version: plan.version, mayWrite, lead: leadOf(data, changes, empty), facts: factsOf(plan),
    open: inState('open'), reached: inState('reached'), dropped: inState('dropped'), others: plan.otherActions.map((action) => actionView(data, action)),
    editions: editionsView(data.versions), changes, mayApprove: mayWrite && !empty && changes?.count !== 0,
    forms: mayWrite ? { topics: TOPIC_OPTIONS, owners: ownersOf(data), goals: goalOptions(plan.goals), earliest: today, due: addDays(today, DAYS_TO_DO) } : null,
  };
}

/** The editions, the newest first. */
export function editionsView(versions: readonly PlanVersionLine[]): EditionView[] {
  return versions.map(({ number, publishedAt, publishedBy }) => ({
    number, name: `Udgave af ${formatDateLongDanish(dateAt(publishedAt))} (nr. ${number})`, by: `Godkendt af ${publishedBy.name}`,
  }));
}

/** Who can be responsible for an agreement, by unit. */
export function ownersOf({ staff, units }: Pick<PlanPageData, 'staff' | 'units'>): GroupedOption[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return staff.map(({ id, name, departmentId }) => ({ value: id, label: name, group: names.get(departmentId) ?? 'Andre' })).sort((a, b) => a.group.localeCompare(b.group, 'da'));
}

/** The goals that an agreement can work for. */
export function goalOptions(goals: readonly PlanGoal[]): Option[] {
  return goals.filter(({ state }) => state === 'open').map(({ id, title }) => ({ value: id, label: title }));
}

function leadOf({ versions, mayWrite }: PlanPageData, changes: DifferenceView | null, empty: boolean): string {
  const [newest] = versions;
  if (empty) return mayWrite ? 'Planen er tom. Begynd med det, den unge selv vil.' : 'Planen er tom. Den koordinerende sagsbehandler skriver i den.';
  if (newest === undefined) return 'Planen er en kladde. Den er ikke godkendt endnu.';
  const since = `udgaven af ${formatDateLongDanish(dateAt(newest.publishedAt))}`;
  if (changes === null || changes.count === 0) return `Planen står, som den blev godkendt i ${since}.`;
  return `${changes.count} ting er ændret siden ${since} og er ikke godkendt endnu.`;
}

function factsOf({ coordinator, next, scale }: PlanAnswer): PlanPageView['facts'] {
  const last = scale.at(-1);
  return [
    { label: 'Koordinerende sagsbehandler', text: coordinator?.name ?? 'Ingen' },
    { label: 'Næste skridt sammen', text: nextContactText(next) },
    ...(last === undefined ? [] : [{ label: 'Hvor tryg er den unge?', text: `${last.value} af 10, ${formatDateLongDanish(last.on)}` }]),
  ];
}

function goalView(data: PlanPageData, { id, title, topic, ownWords, state, actions }: PlanGoal, at: { first: boolean; last: boolean }): GoalView {
  const open = state === 'open';
  return {
    id, title, topic: topicLabel(topic), ownWords, badge: goalBadge(state), actions: actions.map((action) => actionView(data, action)),
    open, mayGoUp: open && !at.first, mayGoDown: open && !at.last,
  };
}

function actionView({ mayWrite, staffId, today }: PlanPageData, { id, text, owner, dueOn, state }: PlanAction): ActionView {
  return {
    id, text, who: `${owner.name}, ${owner.department}`, due: formatDateLongDanish(dueOn), badge: actionBadge(state, dueOn < today), open: state === 'open',
    mine: mayWrite || (staffId !== null && owner.id === staffId),
  };
}
