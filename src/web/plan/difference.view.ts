import type { ActionChanges, GoalChanges, PlacedAction, PlanDifference } from '../../plans/compare-plans.js';
import type { PlanGoal } from '../../plans/plan-content.js';
import { topicLabel } from '../../plans/plan-codes.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { actionBadge, goalBadge, nextContactText } from './plan-words.js';

export interface DifferenceLine {
  /** 'Mål: Egen bolig' */
  readonly what: string;
  /** What was and what is, a sentence each. */
  readonly details: readonly string[];
}

export interface DifferenceView {
  readonly added: readonly DifferenceLine[];
  readonly changed: readonly DifferenceLine[];
  readonly gone: readonly DifferenceLine[];
  readonly count: number;
}

/** What is new, changed and gone, in words that need no colour. */
export function differenceView({ goals, actions, coordinator, next }: PlanDifference): DifferenceView {
  const added = [
    ...goals.added.map((goal) => goalLine(goal, goal.ownWords === null ? [] : [`»${goal.ownWords}«`])), ...actions.added.map((each) => actionLine(each, [actionFacts(each)])),
  ];
  const changed = [
    ...goals.changed.map(({ after, changes }) => goalLine(after, goalDetails(changes))),
    ...actions.changed.map(({ after, changes }) => actionLine(after, actionDetails(changes))),
    ...(coordinator === null ? [] : [{ what: 'Koordinerende sagsbehandler', details: [fromTo('', coordinator.before ?? 'ingen', coordinator.after ?? 'ingen')] }]),
    ...(next === null ? [] : [{ what: 'Hvornår vi ses eller følger op', details: [fromTo('', nextContactText(next.before), nextContactText(next.after))] }]),
  ];
  const gone = [...goals.gone.map((goal) => goalLine(goal, [])), ...actions.gone.map((each) => actionLine(each, []))];
  return { added, changed, gone, count: added.length + changed.length + gone.length };
}

function goalLine({ title }: PlanGoal, details: readonly string[]): DifferenceLine {
  return { what: `Mål: ${title}`, details };
}

function actionLine({ action }: PlacedAction, details: readonly string[]): DifferenceLine {
  return { what: `Aftale: ${action.text}`, details };
}

function actionFacts({ action, goal }: PlacedAction): string {
  const under = goal === null ? '' : `, under målet »${goal}«`;
  return `${action.owner.name}, senest ${formatDateLongDanish(action.dueOn)}${under}`;
}

function goalDetails({ title, ownWords, topic, state }: GoalChanges): string[] {
  return [
    ...(title === undefined ? [] : [fromTo('Målet', quoted(title.before), quoted(title.after))]),
    ...(ownWords === undefined ? [] : [fromTo('Den unges egne ord', quoted(ownWords.before), quoted(ownWords.after))]),
    ...(topic === undefined ? [] : [fromTo('Emnet', topicLabel(topic.before).toLowerCase(), topicLabel(topic.after).toLowerCase())]),
    ...(state === undefined ? [] : [fromTo('Status', goalBadge(state.before).text.toLowerCase(), goalBadge(state.after).text.toLowerCase())]),
  ];
}

function actionDetails({ text, owner, dueOn, state, goal }: ActionChanges): string[] {
  return [
    ...(text === undefined ? [] : [fromTo('Aftalen', quoted(text.before), quoted(text.after))]),
    ...(owner === undefined ? [] : [fromTo('Ansvarlig', owner.before, owner.after)]),
    ...(dueOn === undefined ? [] : [fromTo('Dato', formatDateLongDanish(dueOn.before), formatDateLongDanish(dueOn.after))]),
    ...(state === undefined ? [] : [fromTo('Status', actionBadge(state.before).text.toLowerCase(), actionBadge(state.after).text.toLowerCase())]),
    ...(goal === undefined ? [] : [fromTo('Mål', quoted(goal.before), quoted(goal.after))]),
  ];
}

function fromTo(what: string, before: string, after: string): string {
  return `${what === '' ? 'Før' : `${what} før`}: ${before}. Nu: ${after}.`;
}

function quoted(text: string | null): string {
  return text === null ? 'intet' : `»${text}«`;
}
