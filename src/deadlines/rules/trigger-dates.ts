import { daysBetween, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { birthday, shift, type LeapDayBirthday } from './birthdays.js';
import { isExpectedDate, type MilestoneKind } from './milestone-kinds.js';
import { isInForce, type RuleTrigger, type RuleVersion } from './rule-version.js';
import type { MilestoneFact, YouthFacts } from './youth-facts.js';

/** A deadline that one version starts: from which date it is counted, and when it is due. */
export interface StartedDeadline<V extends RuleVersion = RuleVersion> {
  version: V;
  base: CalendarDate;
  dueOn: CalendarDate;
}

/** An expected date and the real one within this many days speak of the same event. */
const SAME_EVENT_DAYS = 140;

/**
 * The due dates of one rule for one youth, whoever it applies to. Of several versions, each holds for the due dates that
 * fall while it is in force; where two claim the same event, the earlier date stands. Where a new version asks for it so much
 * earlier that neither claims the event, it is due on the day the new one begins.
 */
export function triggerDates<V extends RuleVersion>(
  code: string, facts: YouthFacts, catalogue: readonly V[], leapDay: LeapDayBirthday,
): StartedDeadline<V>[] {
  const byBase = new Map<CalendarDate, StartedDeadline<V>[]>();
  for (const version of versionsOf(code, catalogue)) {
    for (const { base, dueOn } of datesBy(version.trigger, facts, catalogue, leapDay)) {
      const started = byBase.get(base);
      if (started) started.push({ version, base, dueOn });
      else byBase.set(base, [{ version, base, dueOn }]);
    }
  }
  return [...byBase.values()].flatMap((started) => claimed(started) ?? caughtBetween(started) ?? []);
}

/** The versions of one rule, the oldest first. */
function versionsOf<V extends RuleVersion>(code: string, catalogue: readonly V[]): V[] {
  const begins = ({ inForceFrom }: V): string => inForceFrom ?? '';
  return catalogue.filter((version) => version.code === code).sort((a, b) => begins(a).localeCompare(begins(b)));
}

/** Of what the versions make of one event, the earliest date that falls while its version is in force. */
function claimed<V extends RuleVersion>(started: readonly StartedDeadline<V>[]): StartedDeadline<V> | undefined {
  const [first, ...others] = started.filter(({ version, dueOn }) => isInForce(version, dueOn));
  return first && others.reduce((earliest, each) => (each.dueOn < earliest.dueOn ? each : earliest), first);
}

/**
 * The deadline of an event that falls between two versions: by the older it was still ahead when that went out of force, by
 * the newer it was past before that came into force. Nothing is due before the rule asks for it, so it is due the day the
 * newer one begins. It takes an older version: the first version of a rule does not reach back to events before it.
 */
function caughtBetween<V extends RuleVersion>(started: readonly StartedDeadline<V>[]): StartedDeadline<V> | undefined {
  for (const [index, newer] of started.entries()) {
    const older = started[index - 1];
    const { inForceFrom } = newer.version;
    if (older === undefined || inForceFrom === null || newer.dueOn >= inForceFrom) continue;
    const ends = older.version.inForceTo;
    if (ends !== null && older.dueOn > ends) return { ...newer, dueOn: inForceFrom };
  }
  return undefined;
}

type Counted = Pick<StartedDeadline, 'base' | 'dueOn'>;

function datesBy(
  trigger: RuleTrigger, facts: YouthFacts, catalogue: readonly RuleVersion[], leapDay: LeapDayBirthday,
): Counted[] {
  switch (trigger.on) {
    case 'always':
      return [];
    case 'birthday':
      return [{ base: facts.birthDate, dueOn: shift(birthday(facts.birthDate, trigger.age, leapDay), trigger.offset ?? {}) }];
    case 'birth':
      return [{ base: facts.birthDate, dueOn: shift(facts.birthDate, trigger.offset) }];
    case 'rule':
      return triggerDates(trigger.code, facts, catalogue, leapDay)
        .map(({ base, dueOn }) => ({ base, dueOn: shift(dueOn, trigger.offset) }));
    case 'protection':
      return protectionDates(facts, trigger.repeatedBy)
        .map((base) => ({ base, dueOn: shift(base, trigger.offset) }));
    case 'milestone':
      return startingDates(facts.milestones, trigger.kind, trigger.until).map((base) => {
        const age = trigger.notBeforeAge === undefined ? null : birthday(facts.birthDate, trigger.notBeforeAge, leapDay);
        return { base, dueOn: shift(age !== null && age > base ? age : base, trigger.offset ?? {}) };
      });
  }
}

function protectionDates(facts: YouthFacts, repeatedBy: MilestoneKind): CalendarDate[] {
  const since = facts.protectedSince;
  if (since === null) return [];
  return [since, ...datesOf(facts.milestones, repeatedBy).filter((date) => date > since)];
}

function startingDates(
  milestones: readonly MilestoneFact[], kind: MilestoneKind, until: MilestoneKind | undefined,
): CalendarDate[] {
  const known = datesOf(milestones, kind);
  if (until === undefined) return known;
  const awaited = datesOf(milestones, until)
    .filter((expected) => !known.some((date) => Math.abs(daysBetween(expected, date)) <= SAME_EVENT_DAYS));
  return [...known, ...awaited];
}

function datesOf(milestones: readonly MilestoneFact[], kind: MilestoneKind): CalendarDate[] {
  const dates = milestones.filter((milestone) => milestone.kind === kind).map(({ occurredOn }) => occurredOn);
  return isExpectedDate(kind) ? dates.slice(-1) : [...new Set(dates)];
}
