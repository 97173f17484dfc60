/**
 * - `expected`: the youth takes part; an item without needs a reason
 * - `absent`: held without the youth; the reason is mandatory and telling the youth is part of it
 * - `heard_before`: held without the youth as a rule; the youth is a party and is heard before (barnets lov §§ 3 and 5)
 * - `as_last_time`: takes part if the youth did at the item that this one follows
 */
export type YouthPresence = 'expected' | 'absent' | 'heard_before' | 'as_last_time';

export type Convener = 'author' | 'coordinator' | 'youth_unit_team_leader';

/** Who must or may come, found from the youth and the referral when an item is proposed. */
export interface Attendee {
  /**
   * - `coordinator`: the coordinating caseworker · `author`: who raised the referral
   * - `areas_asked`: one from each area on the referral · `action_owners`: owners of the youth's open actions
   * - `area`, `department_kind`: one from the area or kind of unit that `of` names
   */
  readonly who: 'coordinator' | 'author' | 'areas_asked' | 'action_owners' | 'area' | 'department_kind';
  readonly of?: string;
  /** Must hold this role; left out: any caseworker. */
  readonly role?: 'team_leader';
  /** Must be able to decide for the area. */
  readonly decides?: boolean;
  readonly because?: string;
}

export interface AgendaStepTemplate {
  readonly code: string;
  readonly title: string;
  readonly minutes: number;
}

export const OUTCOMES = {
  plan_agreed: 'Planen er aftalt',
  decided: 'Der er truffet en beslutning',
  recommended: 'Der er givet en anbefaling til afgørelsen',
  advised: 'Der er givet råd',
  clarified: 'Spørgsmålet er afklaret',
  followed_up: 'Aftalerne er gennemgået',
  not_finished: 'Punktet blev ikke færdigt',
  youth_did_not_come: 'Den unge kom ikke',
} as const;
export type OutcomeCode = keyof typeof OUTCOMES;

/**
 * What must be there before an item can be closed. Evaluation is never among them.
 * - `attendance`: who was there, and a substitute with the same power to decide for each who should have been
 * - `action`: one action with one owner and one date, or a reason why there is none
 * - `next`: the next slot, a date to check on, or why it is closed
 * - `tell_youth`: when the youth was not there, an action to tell the youth, with owner and date
 * - `youth_view`: when the youth was not there, how the youth's own view was brought in
 * - `two_places`: at least two places to choose between, or the exception (STU-loven § 2 a)
 */
export const CLOSING_NEEDS = [
  'outcome', 'attendance', 'decision_note', 'action', 'coordinator', 'next', 'tell_youth', 'youth_view', 'two_places',
] as const;
export type ClosingNeed = (typeof CLOSING_NEEDS)[number];

export interface Topic {
  readonly code: string;
  readonly title: string;
}

/** The rules of one version of a type. Weeks and days are whole; minutes are those of the agenda before it is fitted. */
export interface ReferralTypeDefinition {
  /** How many adjoining slots it takes. */
  readonly slots: 1 | 2;
  readonly youth: YouthPresence;
  readonly anonymousAllowed: boolean;
  /** Notice that the invited should have; a shorter one is said, never refused. */
  readonly leadDays: number;
  readonly convener: Convener;
  readonly mustAttend: readonly Attendee[];
  readonly mayAttend: readonly Attendee[];
  readonly outcomes: readonly OutcomeCode[];
  readonly closing: readonly ClosingNeed[];
  readonly agenda: readonly AgendaStepTemplate[];
  /** Weeks until the coordinating caseworker checks the actions, as a default; null: no follow-up of its own. */
  readonly followUpWeeks: number | null;
  /** What the item must consider. */
  readonly topics: readonly Topic[];
}
