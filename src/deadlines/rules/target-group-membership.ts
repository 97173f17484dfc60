import { addMonths, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { normaliseAct, sectionNumber } from '../../youths/measures/legal-basis.js';
import { birthday, DEFAULT_LEAP_DAY_BIRTHDAY, type LeapDayBirthday } from './birthdays.js';
import type { TargetGroupRule } from './target-group-table.js';
import { TRANSITION_GROUPS, type TargetGroup } from './target-groups.js';
import type { MeasureFact, YouthFacts } from './youth-facts.js';

/** A time in a group; null is open. Both ends are included. */
export interface Period {
  from: CalendarDate | null;
  to: CalendarDate | null;
}

/** When a youth belongs to which group. */
export type Membership = ReadonlyMap<TargetGroup, readonly Period[]>;

const ALWAYS: readonly Period[] = [{ from: null, to: null }];
/** "Immediately before 18" is read as about three months (Ankestyrelsen). */
const MONTHS_BEFORE_MAJORITY = 3;

/** The groups of one youth by the dated table; a caseworker's assessment wins, also over the combined groups. */
export function membershipOf(
  facts: YouthFacts, table: readonly TargetGroupRule[], asOf: CalendarDate,
  leapDay: LeapDayBirthday = DEFAULT_LEAP_DAY_BIRTHDAY,
): Membership {
  const periods = new Map<TargetGroup, Period[]>([['all', [...ALWAYS]]]);
  const measures = facts.measures.map(normalised);
  if (facts.protectedSince) add(periods, 'protected', { from: facts.protectedSince, to: null });
  for (const rule of table) {
    for (const period of periodsBy(rule, facts, measures, asOf)) add(periods, rule.targetGroup, period);
  }
  assess(periods, facts);
  for (const group of TRANSITION_GROUPS) for (const period of periods.get(group) ?? []) add(periods, 'transition', period);
  for (const period of leavingCare(periods, birthday(facts.birthDate, 18, leapDay))) add(periods, 'leaving_care', period);
  assess(periods, facts);
  return periods;
}

/** Whether the youth is in one of the groups on some day between two dates, given in any order. */
export function belongsBetween(membership: Membership, groups: readonly TargetGroup[], a: CalendarDate, b: CalendarDate): boolean {
  const [first, last] = a <= b ? [a, b] : [b, a];
  return groups.some((group) => membership.get(group)?.some((period) => overlaps(period, first, last)) ?? false);
}

function assess(periods: Map<TargetGroup, Period[]>, facts: YouthFacts): void {
  for (const { targetGroup, belongs } of facts.assessments) periods.set(targetGroup, belongs ? [...ALWAYS] : []);
}

function periodsBy(rule: TargetGroupRule, facts: YouthFacts, measures: readonly MeasureFact[], asOf: CalendarDate): Period[] {
  if (rule.milestoneKind !== null) {
    const recorded = facts.milestones.some((milestone) => milestone.kind === rule.milestoneKind);
    return recorded && inForce(rule, asOf) ? [...ALWAYS] : [];
  }
  if (rule.specialSchool !== null && rule.specialSchool !== facts.specialSchool) return [];
  const onMeasure = rule.act !== null || rule.section !== null || rule.measureTitle !== null;
  if (!onMeasure && (rule.departmentKind === null || rule.departmentKind === facts.departmentKind)) {
    return inForce(rule, asOf) ? [...ALWAYS] : [];
  }
  return measures.filter((measure) => fits(rule, measure)).map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn }));
}

function fits(rule: TargetGroupRule, measure: MeasureFact): boolean {
  if (!inForce(rule, measure.startsOn)) return false;
  if (rule.act !== null && rule.act !== measure.act) return false;
  if (rule.section !== null && rule.section !== measure.section) return false;
  if (rule.measureTitle !== null && !measure.title.includes(rule.measureTitle)) return false;
  return rule.departmentKind === null || rule.departmentKind === measure.departmentKind;
}

/** The measure in the spelling of the table, so that each line only compares. */
function normalised(measure: MeasureFact): MeasureFact {
  return {
    ...measure, title: measure.title.toLowerCase(), act: normaliseAct(measure.act), section: sectionNumber(measure.section),
  };
}

function leavingCare(periods: ReadonlyMap<TargetGroup, readonly Period[]>, majority: CalendarDate): Period[] {
  const supported = periods.get('youth_support') ?? [];
  const before = addMonths(majority, -MONTHS_BEFORE_MAJORITY);
  const inCare = [...(periods.get('placed') ?? []), ...(periods.get('contact_person') ?? [])];
  const atMajority = inCare.some((period) => overlaps(period, before, majority));
  return atMajority ? [...ALWAYS] : [...supported];
}

function add(periods: Map<TargetGroup, Period[]>, group: TargetGroup, period: Period): void {
  const list = periods.get(group);
  if (list) list.push(period);
  else periods.set(group, [period]);
}

function overlaps(period: Period, first: CalendarDate, last: CalendarDate): boolean {
  return (period.from === null || period.from <= last) && (period.to === null || period.to >= first);
}

function inForce(rule: TargetGroupRule, on: CalendarDate): boolean {
  return rule.inForceFrom <= on && (rule.inForceTo === null || on <= rule.inForceTo);
}
