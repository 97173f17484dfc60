import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { ageOn, birthday, DEFAULT_LEAP_DAY_BIRTHDAY, shift, type LeapDayBirthday } from './birthdays.js';
import { isInForce, type RuleVersion } from './rule-version.js';
import type { TargetGroupRule } from './target-group-table.js';
import { belongsBetween, membershipOf } from './target-group-membership.js';
import { triggerDates, type StartedDeadline } from './trigger-dates.js';
import type { MilestoneFact, YouthFacts } from './youth-facts.js';

/** `historic` fell due before the youth was known here: shown and counted, never reminded of. */
export type ComputedState = 'open' | 'historic' | 'met';

/** One deadline of one youth as the rules give it. */
export interface DueDate<V extends RuleVersion = RuleVersion> {
  version: V;
  dueOn: CalendarDate;
  /** First day a milestone counts; null is any day. */
  earliestOn: CalendarDate | null;
  /** Last day before it counts as late; the due date unless the rule gives grace. */
  lateAfter: CalendarDate;
  state: ComputedState;
  metBy: MilestoneFact | null;
}

/** The data the rules work by, and the municipality's choices. */
export interface RuleBook<V extends RuleVersion = RuleVersion> {
  catalogue: readonly V[];
  targetGroups: readonly TargetGroupRule[];
  leapDay?: LeapDayBirthday;
}

/**
 * Every deadline of one youth as of a date. The version in force on the due date applies. A deadline applies when the
 * youth is in a target group at some time between the date asked for and the due date. Pure: same facts, same answer.
 */
export function dueDatesOf<V extends RuleVersion>(facts: YouthFacts, book: RuleBook<V>, asOf: CalendarDate): DueDate<V>[] {
  const leapDay = book.leapDay ?? DEFAULT_LEAP_DAY_BIRTHDAY;
  const membership = membershipOf(facts, book.targetGroups, asOf, leapDay);
  const found: DueDate<V>[] = [];
  for (const code of datedCodes(book.catalogue)) {
    for (const started of triggerDates(code, facts, book.catalogue, leapDay)) {
      const { version, dueOn } = started;
      if (!isDated(version) || !belongsBetween(membership, version.targetGroups, dueOn, asOf)) continue;
      const due = withState(started, facts, leapDay);
      if (facts.ended && due.state === 'open') continue;
      keep(found, due);
    }
  }
  return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The duties without a date that concern the youth on a date. */
export function standingDutiesOf<V extends RuleVersion>(facts: YouthFacts, book: RuleBook<V>, asOf: CalendarDate): V[] {
  const leapDay = book.leapDay ?? DEFAULT_LEAP_DAY_BIRTHDAY;
  const membership = membershipOf(facts, book.targetGroups, asOf, leapDay);
  const age = ageOn(facts.birthDate, asOf, leapDay);
  return book.catalogue.filter((version) => {
    if (version.mode !== 'standing' || version.trigger.on !== 'always' || !isInForce(version, asOf)) return false;
    const { fromAge = 0, toAge = Infinity } = version.trigger;
    return !facts.ended && age >= fromAge && age <= toAge && belongsBetween(membership, version.targetGroups, asOf, asOf);
  });
}

/** One rule has one deadline on a date; of several events that fall together there, one that is not yet met stands. */
function keep<V extends RuleVersion>(found: DueDate<V>[], due: DueDate<V>): void {
  const at = found.findIndex(({ version, dueOn }) => version.code === due.version.code && dueOn === due.dueOn);
  if (at === -1) found.push(due);
  else if (found[at]?.state === 'met' && due.state !== 'met') found[at] = due;
}

function withState<V extends RuleVersion>(
  { version, base, dueOn }: StartedDeadline<V>, facts: YouthFacts, leapDay: LeapDayBirthday,
): DueDate<V> {
  const earliestOn = earliestDate(version, base, facts.birthDate, leapDay);
  const metBy = firstMeeting(version, facts.milestones, earliestOn);
  const lateAfter = version.grace ? shift(dueOn, version.grace) : dueOn;
  const state = metBy ? 'met' : dueOn < facts.knownSince ? 'historic' : 'open';
  return { version, dueOn, earliestOn, lateAfter, state, metBy };
}

function earliestDate(
  version: RuleVersion, base: CalendarDate, birthDate: CalendarDate, leapDay: LeapDayBirthday,
): CalendarDate | null {
  if (version.earliest === null) return null;
  if ('age' in version.earliest) return birthday(birthDate, version.earliest.age, leapDay);
  return version.trigger.on === 'protection' ? addDays(base, 1) : base;
}

function firstMeeting(
  version: RuleVersion, milestones: readonly MilestoneFact[], earliestOn: CalendarDate | null,
): MilestoneFact | null {
  let first: MilestoneFact | null = null;
  for (const milestone of milestones) {
    if (!version.metBy.includes(milestone.kind)) continue;
    if (earliestOn !== null && milestone.occurredOn < earliestOn) continue;
    if (first === null || milestone.occurredOn < first.occurredOn) first = milestone;
  }
  return first;
}

function datedCodes(catalogue: readonly RuleVersion[]): Set<string> {
  return new Set(catalogue.filter(isDated).map(({ code }) => code));
}

function isDated({ mode }: RuleVersion): boolean {
  return mode === 'drives' || mode === 'shows';
}
