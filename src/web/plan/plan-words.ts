import type { ActionState } from '../../conclusions/actions/action.entity.js';
import { GOAL_TOPICS, type GoalState, topicLabel } from '../../plans/plan-codes.js';
import type { PlanContent } from '../../plans/plan-content.js';
import { formatDateDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { Option } from '../forms/fields.js';
import type { Badge } from '../words/youth-words.js';

const GOALS: Readonly<Record<GoalState, Badge>> = {
  open: { text: 'I gang', tone: 'info' }, reached: { text: 'Nået', tone: 'success' }, dropped: { text: 'Ikke længere et mål', tone: 'warning' },
};
const ACTIONS: Readonly<Record<ActionState, Badge>> = {
  open: { text: 'I gang', tone: 'info' }, done: { text: 'Gjort', tone: 'success' }, dropped: { text: 'Opgivet', tone: 'warning' },
};

export const TOPIC_OPTIONS: readonly Option[] = GOAL_TOPICS.map((topic) => ({ value: topic, label: topicLabel(topic) }));

/** Where a goal stands. */
export function goalBadge(state: GoalState): Badge {
  return GOALS[state];
}

/** Where an agreement stands; one that is open past its day is late. */
export function actionBadge(state: ActionState, late = false): Badge {
  return state === 'open' && late ? { text: 'Over tiden', tone: 'warning' } : ACTIONS[state];
}

/** When the youth and the municipality meet or check next: 'K-møde onsdag 3. februar 2027 kl. 9.40'. */
export function nextContactText(next: PlanContent['next']): string {
  if (next === null) return 'intet aftalt';
  if (next.kind === 'check') return `opfølgning ${formatDateDanish(next.on)}`;
  const startsAt = new Date(next.startsAt);
  return `K-møde ${formatDateDanish(dateAt(startsAt))} kl. ${formatTimeDanish(startsAt)}`;
}
