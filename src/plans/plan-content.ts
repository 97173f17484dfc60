import type { ActionKind } from '../conclusions/closing/closing-codes.js';
import type { ActionState } from '../conclusions/actions/action.entity.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { GoalState, GoalTopic } from './plan-codes.js';

/** Raised when the shape changes; a published version keeps the shape it was published with. */
export const PLAN_SCHEMA = 1;

/** The whole plan as one document: what is shown, exported and frozen. No CPR number, no address, no school. */
export interface PlanContent {
  readonly schemaVersion: typeof PLAN_SCHEMA;
  readonly reference: string;
  /** Null: the plan as it stands, not published. */
  readonly version: number | null;
  /** ISO 8601: when it was published, or read. */
  readonly writtenAt: string;
  readonly youth: { readonly name: string; readonly birthDate: CalendarDate };
  readonly coordinator: { readonly name: string; readonly department: string; readonly phone: string | null } | null;
  readonly goals: readonly PlanGoal[];
  /** Agreements that belong to no goal. */
  readonly otherActions: readonly PlanAction[];
  readonly next: NextContact | null;
  /** The youth's own answers to the scaling question, oldest first. */
  readonly scale: readonly { readonly on: CalendarDate; readonly value: number }[];
}

export interface PlanGoal {
  readonly id: string;
  readonly topic: GoalTopic;
  readonly title: string;
  readonly ownWords: string | null;
  readonly state: GoalState;
  readonly actions: readonly PlanAction[];
}

export interface PlanAction {
  readonly id: string;
  readonly kind: ActionKind;
  readonly text: string;
  readonly owner: { readonly id: string; readonly name: string; readonly department: string };
  readonly dueOn: CalendarDate;
  readonly state: ActionState;
  readonly closedOn: CalendarDate | null;
}

/** The next K-møde, or the day on which the actions are checked. The place is null for a protected youth. */
export type NextContact =
  | { readonly kind: 'meeting'; readonly startsAt: string; readonly place: string | null }
  | { readonly kind: 'check'; readonly on: CalendarDate };

/** The content without the place: for a youth who is protected, also one who was not when it was published. */
export function withoutPlaces(content: PlanContent): PlanContent {
  if (content.next?.kind !== 'meeting') return content;
  return { ...content, next: { ...content.next, place: null } };
}

/** File name without personal data: 'plan-K7QD-2MXP-v3.pdf', 'plan-K7QD-2MXP-kladde.json', 'plan-K7QD-2MXP-v3-kort.pdf'. */
export function planFileName(content: Pick<PlanContent, 'reference' | 'version'>, ending: 'pdf' | 'json' | 'kort.pdf'): string {
  const end = ending === 'kort.pdf' ? '-kort.pdf' : `.${ending}`;
  return `plan-${content.reference}-${content.version === null ? 'kladde' : `v${content.version}`}${end}`;
}
