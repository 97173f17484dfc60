import { SIX_TOPICS } from '../referrals/types/agenda-templates.data.js';

/** The six topics that a youth's way into adult life must consider (barnets lov § 123, stk. 2). */
export const GOAL_TOPICS = ['support', 'education', 'work_income', 'housing', 'social_life', 'other'] as const;
export type GoalTopic = (typeof GOAL_TOPICS)[number];

export const GOAL_STATES = ['open', 'reached', 'dropped'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

/** The topic as a heading over a goal: 'Bolig'. */
export function topicLabel(topic: GoalTopic): string {
  const title = SIX_TOPICS.find(({ code }) => code === topic)?.title ?? topic;
  return title.charAt(0).toLocaleUpperCase('da') + title.slice(1);
}
