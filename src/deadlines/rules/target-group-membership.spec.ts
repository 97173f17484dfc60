import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { TARGET_GROUP_TABLE } from './target-group-table.js';
import { belongsBetween, membershipOf } from './target-group-membership.js';
import type { TargetGroup } from './target-groups.js';
import type { MeasureFact, YouthFacts } from './youth-facts.js';

const d = parseCalendarDate;
const today = d('2026-11-23');

const measure = (act: string, section: string, from = '2024-01-01', to: string | null = null, title = ''): MeasureFact => ({
  title, act, section, departmentKind: 'family_youth', startsOn: d(from), endsOn: to === null ? null : d(to),
});

function youth(more: Partial<YouthFacts> = {}): YouthFacts {
  return {
    youthId: 'a', birthDate: d('2009-10-10'), knownSince: today, departmentKind: 'family_youth', specialSchool: false,
    protectedSince: null, ended: false, measures: [], milestones: [], assessments: [], ...more,
  };
}

function groupsOf(facts: YouthFacts, on = today): TargetGroup[] {
  const membership = membershipOf(facts, TARGET_GROUP_TABLE, today);
  return [...membership.keys()].filter((group) => belongsBetween(membership, [group], on, on)).sort();
}

describe('a target group', () => {
  it('comes from act and section of a measure, in any spelling', () => {
    expect(groupsOf(youth({ measures: [measure('BL', '§46, stk. 1')] }))).toEqual(['all', 'leaving_care', 'placed', 'transition']);
    expect(groupsOf(youth({ measures: [measure('Barnets lov', '32', '2024-01-01', null, 'Fast kontaktperson')] })))
      .toEqual(['all', 'contact_person', 'family_support', 'leaving_care', 'transition']);
    expect(groupsOf(youth({ measures: [measure('STU-loven', '§ 2')] }))).toEqual(['all', 'stu']);
  });

  it('reads a measure by the law of the day it began', () => {
    expect(groupsOf(youth({ measures: [measure('serviceloven', '§ 58', '2022-05-01')] }))).toContain('placed');
    expect(groupsOf(youth({ measures: [measure('serviceloven', '§ 58', '2024-05-01')] }))).not.toContain('placed');
  });

  it('comes from a measure that began before the reform and is written under barnets lov by now', () => {
    const since2021 = (section: string, title = ''): TargetGroup[] =>
      groupsOf(youth({ measures: [measure('barnets lov', section, '2021-05-01', null, title)] }));
    for (const section of ['§ 46', '§ 47']) expect(since2021(section)).toEqual(['all', 'leaving_care', 'placed', 'transition']);
    expect(since2021('§ 32', 'Fast kontaktperson')).toEqual(['all', 'contact_person', 'family_support', 'leaving_care', 'transition']);
    expect(since2021('§ 91')).toEqual(['all', 'childs_plan']);
    for (const section of ['§ 86', '§ 87']) expect(since2021(section)).toEqual(['all', 'disability', 'parental_benefits', 'transition']);
    expect(since2021('§ 122')).toEqual(['all', 'disability', 'transition']);
    for (const section of ['§ 114', '§ 120']) expect(since2021(section)).toEqual(['all', 'leaving_care', 'youth_support']);
  });

  it('is one and the same when an older edition of the line stands beside it', () => {
    const older = TARGET_GROUP_TABLE.filter(({ act }) => act === 'barnets lov').map((line) => ({ ...line, inForceFrom: d('2024-01-01') }));
    const facts = youth({ measures: [measure('barnets lov', '§ 47')] });
    const both = membershipOf(facts, [...older, ...TARGET_GROUP_TABLE], today);
    expect([...both.keys()].sort()).toEqual([...membershipOf(facts, TARGET_GROUP_TABLE, today).keys()].sort());
  });

  it('takes in the disabled when only the parents get help (barnets lov § 122)', () => {
    expect(groupsOf(youth({ measures: [measure('barnets lov', '§ 86')] })))
      .toEqual(['all', 'disability', 'parental_benefits', 'transition']);
  });

  it('comes from the kind of unit, special school, protection and the check', () => {
    expect(groupsOf(youth({ departmentKind: 'family_disability' }))).toContain('transition');
    expect(groupsOf(youth({ specialSchool: true }))).toEqual(['all', 'special_school', 'transition']);
    expect(groupsOf(youth({ protectedSince: d('2026-01-01') }))).toEqual(['all', 'protected']);
    const check = { id: 'm', kind: 'transition_check_yes', occurredOn: today } as const;
    expect(groupsOf(youth({ milestones: [check] }))).toEqual(['all', 'check_yes', 'transition']);
  });

  it('lasts as long as the measure', () => {
    const facts = youth({ measures: [measure('barnets lov', '§ 32', '2025-01-01', '2026-06-30')] });
    expect(groupsOf(facts, d('2026-06-30'))).toContain('family_support');
    expect(groupsOf(facts, d('2026-07-01'))).not.toContain('family_support');
  });

  it('keeps those who left care at 18, and not those who left long before', () => {
    const until = (to: string): YouthFacts =>
      youth({ birthDate: d('2006-05-05'), measures: [measure('serviceloven', '§ 58', '2020-01-01', to)] });
    expect(groupsOf(until('2024-02-05'))).toEqual(['all', 'leaving_care']);
    expect(groupsOf(until('2024-02-04'))).toEqual(['all']);
  });

  it("gives way to a caseworker's assessment, for single and combined groups", () => {
    const placed = youth({ measures: [measure('barnets lov', '§ 46')] });
    expect(groupsOf({ ...placed, assessments: [{ targetGroup: 'transition', belongs: false }] })).not.toContain('transition');
    expect(groupsOf({ ...placed, assessments: [{ targetGroup: 'placed', belongs: false }] })).toEqual(['all']);
    expect(groupsOf(youth({ assessments: [{ targetGroup: 'disability', belongs: true }] }))).toEqual(['all', 'disability', 'transition']);
  });
});
