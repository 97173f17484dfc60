import { addDays, parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { RULE_CATALOGUE } from './catalogue.js';
import { defineRule } from './define-rule.js';
import { dueDatesOf, standingDutiesOf, type DueDate, type RuleBook } from './due-dates.js';
import type { MilestoneKind } from './milestone-kinds.js';
import type { RuleTrigger } from './rule-version.js';
import { TARGET_GROUP_TABLE } from './target-group-table.js';
import type { MeasureFact, MilestoneFact, YouthFacts } from './youth-facts.js';

const d = parseCalendarDate;
const today = d('2026-11-23');
const book: RuleBook = { catalogue: RULE_CATALOGUE, targetGroups: TARGET_GROUP_TABLE };

const measure = (act: string, section: string, from = '2024-01-01', to: string | null = null, title = ''): MeasureFact => ({
  title, act, section, departmentKind: 'family_youth', startsOn: d(from), endsOn: to === null ? null : d(to),
});
const placement = measure('barnets lov', '§ 46');
const held = (kind: MilestoneKind, on: string): MilestoneFact => ({ id: `${kind} ${on}`, kind, occurredOn: d(on) });

function youth(birthDate: string, more: Partial<YouthFacts> = {}): YouthFacts {
  return {
    youthId: 'a', birthDate: d(birthDate), knownSince: d('2020-01-01'), departmentKind: 'family_youth', specialSchool: false,
    protectedSince: null, ended: false, measures: [], milestones: [], assessments: [], ...more,
  };
}

function due(facts: YouthFacts, code: string, asOf: CalendarDate = today, rules = book): DueDate | undefined {
  return dueDatesOf(facts, rules, asOf).find(({ version }) => version.code === code);
}

describe('the date of a deadline', () => {
  it('counts 18 minus 6 months back from the 18th birthday (barnets lov § 111, stk. 1)', () => {
    expect(due(youth('2009-03-15', { measures: [placement] }), 'R15')?.dueOn).toBe('2026-09-15');
    for (const birth of ['2009-08-28', '2009-08-29', '2009-08-30', '2009-08-31']) {
      expect(due(youth(birth, { measures: [placement] }), 'R15')?.dueOn).toBe('2027-02-28');
    }
  });

  it('counts 16½ and 22½ forwards from birth', () => {
    const disabled = youth('2010-08-31', { departmentKind: 'family_disability' });
    expect(due(disabled, 'R11')?.dueOn).toBe('2027-02-28');
    const leapDay = youth('2008-02-29', { measures: [measure('barnets lov', '§ 114')] });
    expect(due(leapDay, 'R22')?.dueOn).toBe('2030-08-29');
  });

  it('of one born on 29 February uses the earlier day, or 1 March where the municipality says so', () => {
    const placed = youth('2008-02-29', { measures: [placement] });
    expect(due(placed, 'R15')?.dueOn).toBe('2025-08-28');
    expect(due(placed, 'R13')?.dueOn).toBe('2025-02-28');
    const later: RuleBook = { ...book, leapDay: '1_march' };
    expect(due(placed, 'R15', today, later)?.dueOn).toBe('2025-09-01');
    expect(due(placed, 'R13', today, later)?.dueOn).toBe('2025-03-01');
  });

  it('is the birthday itself, not the day that days divided by 365 give', () => {
    const facts = youth('2008-11-27', { departmentKind: 'family_disability' });
    expect(due(facts, 'R18')?.dueOn).toBe('2026-11-27');
  });

  it('lies the day before the deadline it prepares', () => {
    const facts = youth('2010-01-01', { measures: [placement] });
    expect(due(facts, 'R13')?.dueOn).toBe('2027-01-01');
    expect(due(facts, 'R12')?.dueOn).toBe('2026-12-31');
    expect(due(facts, 'R15')?.dueOn).toBe('2027-07-01');
    expect(due(facts, 'R14')?.dueOn).toBe('2027-06-30');
  });

  it('gives two months of grace where the act says as soon as possible (barnets lov § 122)', () => {
    const preparation = due(youth('2010-12-31', { departmentKind: 'family_disability' }), 'R07');
    expect(preparation?.dueOn).toBe('2026-12-31');
    expect(preparation?.lateAfter).toBe('2027-02-28');
  });
});

describe('the version of a rule', () => {
  const sample = {
    code: 'X1', title: 'Prøve', kind: 'local', targetGroups: ['all'], metBy: ['k_meeting_held'], responsible: 'caseworker',
    source: 'prøve', confidence: 'high',
  } as const;
  const catalogue = [
    defineRule({ ...sample, trigger: { on: 'birthday', age: 17 }, inForceTo: '2026-12-31' }),
    defineRule({ ...sample, trigger: { on: 'birthday', age: 17, offset: { months: -3 } }, inForceFrom: '2027-01-01' }),
  ];
  const moved: RuleBook = { ...book, catalogue };

  it('is the one in force on the due date', () => {
    const disabled = { departmentKind: 'family_disability' };
    expect(due(youth('2007-12-31', disabled), 'R07')?.version.section).toBe('§ 19 a');
    expect(due(youth('2008-01-01', disabled), 'R07')?.version.section).toBe('§ 122');
    expect(due(youth('2004-12-31', disabled), 'R07')).toBeUndefined();
    const placed = { measures: [measure('serviceloven', '§ 58', '2020-01-01')] };
    expect(due(youth('2006-06-30', placed), 'R15')?.version.act).toBe('serviceloven');
    expect(due(youth('2006-07-01', placed), 'R15')?.version.act).toBe('barnets lov');
  });

  it('may move the date from the day it comes into force', () => {
    expect(due(youth('2009-12-31'), 'X1', today, moved)?.dueOn).toBe('2026-12-31');
    expect(due(youth('2010-05-01'), 'X1', today, moved)?.dueOn).toBe('2027-02-01');
    expect(dueDatesOf(youth('2009-12-31'), moved, today)).toHaveLength(1);
  });

  it('that comes into force after its own date, and before that of the older one, wants it on its first day', () => {
    expect(due(youth('2010-02-15'), 'X1', today, moved)).toMatchObject({ dueOn: '2027-01-01', version: catalogue[1], state: 'open' });
    const dates = ['2009-12-31', '2010-01-01', '2010-03-31', '2010-04-01', '2010-04-02'].map((birth) =>
      dueDatesOf(youth(birth), moved, today).map(({ dueOn, version }) => [dueOn, version.inForceFrom]));
    expect(dates).toEqual([
      [['2026-12-31', null]], [['2027-01-01', '2027-01-01']], [['2027-01-01', '2027-01-01']], [['2027-01-01', '2027-01-01']],
      [['2027-01-02', '2027-01-01']],
    ]);
  });

  it('leaves nobody without a date when it moves, in whatever order the versions stand', () => {
    const reversed = { ...moved, catalogue: [...catalogue].reverse() };
    for (let birth = d('2009-06-01'); birth < '2010-12-31'; birth = addDays(birth, 1)) {
      expect(dueDatesOf(youth(birth), moved, today)).toHaveLength(1);
      expect(dueDatesOf(youth(birth), reversed, today)).toEqual(dueDatesOf(youth(birth), moved, today));
    }
  });

  it('takes the rules along that count from it', () => {
    const follower = defineRule({ ...sample, code: 'X2', trigger: { on: 'rule', code: 'X1', offset: { days: -1 } } });
    const rules = { ...moved, catalogue: [...catalogue, follower] };
    expect(due(youth('2010-02-15'), 'X2', today, rules)?.dueOn).toBe('2026-12-31');
    expect(due(youth('2010-04-02'), 'X2', today, rules)?.dueOn).toBe('2027-01-01');
  });

  it('that is the first of its rule does not reach back to what was past before it', () => {
    const first = { ...moved, catalogue: catalogue.slice(1) };
    expect(dueDatesOf(youth('2010-03-31'), first, today)).toEqual([]);
    expect(due(youth('2010-04-01'), 'X1', today, first)?.dueOn).toBe('2027-01-01');
  });

  it('keeps what is not met where several events fall on its first day', () => {
    const protection = (months: number): RuleTrigger =>
      ({ on: 'protection', offset: { months }, repeatedBy: 'protection_rechecked' });
    const recheck = { ...sample, metBy: ['protection_rechecked'], earliest: { trigger: true } } as const;
    const rules = { ...book, catalogue: [
      defineRule({ ...recheck, trigger: protection(12), inForceTo: '2026-12-31' }),
      defineRule({ ...recheck, trigger: protection(6), inForceFrom: '2027-01-01' }),
    ] };
    const facts = youth('2009-01-01', { protectedSince: d('2026-01-10'), milestones: [held('protection_rechecked', '2026-03-01')] });
    expect(dueDatesOf(facts, rules, today).map(({ dueOn, state }) => [dueOn, state])).toEqual([['2027-01-01', 'open']]);
  });
});

describe('a deadline', () => {
  it('is historic when it fell due before the youth was known here', () => {
    const facts = youth('2009-06-01', { measures: [placement], knownSince: d('2026-06-02') });
    expect(due(facts, 'R13')?.state).toBe('historic');
    expect(due({ ...facts, knownSince: d('2026-06-01') }, 'R13')?.state).toBe('open');
    expect(due(facts, 'R15')?.state).toBe('open');
  });

  it('is met by its milestone, from the first day that counts', () => {
    const facts = youth('2010-02-10', { measures: [placement] });
    const transition = (on: string): DueDate | undefined =>
      due({ ...facts, milestones: [held('transition_meeting_held', on)] }, 'R13');
    expect(transition('2025-02-09')?.state).toBe('open');
    expect(transition('2025-02-10')?.state).toBe('met');
    expect(transition('2027-04-01')?.state).toBe('met');
  });

  it('that is historic is met all the same by a meeting held elsewhere', () => {
    const facts = youth('2009-06-01', { measures: [placement], knownSince: today });
    expect(due({ ...facts, milestones: [held('transition_meeting_held', '2026-04-08')] }, 'R13')?.state).toBe('met');
  });

  it('stays missed when the measure ends after the due date, and goes when it ended before', () => {
    const until = (to: string): YouthFacts => youth('2009-06-01', { measures: [measure('barnets lov', '§ 32', '2024-01-01', to)] });
    expect(due(until('2026-06-02'), 'R13')?.state).toBe('open');
    expect(due(until('2026-05-31'), 'R13')).toBeUndefined();
  });

  it('does not fall due for one whose case has ended, but what was met stays', () => {
    const facts = youth('2010-02-10', { measures: [placement], ended: true, milestones: [held('transition_meeting_held', '2026-02-10')] });
    expect(dueDatesOf(facts, book, today).map(({ version, state }) => [version.code, state])).toEqual([['R13', 'met']]);
  });

  it('moves with a corrected birth date', () => {
    const facts = youth('2010-02-10', { measures: [placement] });
    expect(due(facts, 'R13')?.dueOn).toBe('2027-02-10');
    expect(due({ ...facts, birthDate: d('2010-10-02') }, 'R13')?.dueOn).toBe('2027-10-02');
  });
});

describe('an event rule', () => {
  it('runs only once its milestone is recorded', () => {
    expect(due(youth('2009-01-01'), 'R30')).toBeUndefined();
    const registered = youth('2007-01-01', { milestones: [held('employment_registered', '2026-11-20')] });
    expect(due(registered, 'R30')?.dueOn).toBe('2026-11-27');
    const earlier = { ...registered, milestones: [held('first_employment_conversation_held', '2025-01-10'), ...registered.milestones] };
    expect(due(earlier, 'R30')?.state).toBe('open');
  });

  it('counts the youth plan from the decision, but not from before the 16th birthday', () => {
    const decided = (on: string): DueDate | undefined =>
      due(youth('2010-11-30', { milestones: [held('youth_plan_decided', on)] }), 'R09');
    expect(decided('2026-10-01')?.dueOn).toBe('2027-02-28');
    expect(decided('2027-01-15')?.dueOn).toBe('2027-04-15');
  });

  it('wants the youth plan before a placement without consent, by the date last expected', () => {
    const facts = youth('2010-01-01', {
      milestones: [held('placement_without_consent_planned', '2026-12-01'), held('placement_without_consent_planned', '2026-12-15')],
    });
    expect(dueDatesOf(facts, book, today).filter(({ version }) => version.code === 'R10').map(({ dueOn }) => dueOn)).toEqual(['2026-12-14']);
  });

  it('counts the second network meeting from the expected date until the child is born', () => {
    const expected = held('child_birth_expected', '2027-01-10');
    const facts = youth('2006-01-01', { milestones: [held('pregnancy_known', '2026-08-01'), expected] });
    expect(due(facts, 'R28')?.dueOn).toBe('2026-08-01');
    expect(due(facts, 'R29')?.dueOn).toBe('2027-03-07');
    const born = { ...facts, milestones: [...facts.milestones, held('child_born', '2026-12-28')] };
    const dates = dueDatesOf(born, book, today).filter(({ version }) => version.code === 'R29');
    expect(dates.map(({ dueOn }) => dueOn)).toEqual(['2027-02-22']);
  });

  it('takes up name protection again a year after each re-check (CPR-loven § 28)', () => {
    const facts = youth('2009-01-01', { protectedSince: d('2025-03-01'), milestones: [held('protection_rechecked', '2026-02-20')] });
    const dates = dueDatesOf(facts, book, today).filter(({ version }) => version.code === 'R33');
    expect(dates.map(({ dueOn, state }) => [dueOn, state])).toEqual([['2026-03-01', 'met'], ['2027-02-20', 'open']]);
  });
});

describe('standing duties', () => {
  it('are words for those they concern', () => {
    const words = (facts: YouthFacts): string[] => standingDutiesOf(facts, book, today).map(({ code }) => code);
    expect(words(youth('2010-01-01', { measures: [placement] }))).toEqual(['R01', 'R02', 'R04', 'R05']);
    expect(words(youth('2009-01-01'))).toEqual(['R04']);
    expect(words(youth('2006-01-01'))).toEqual([]);
  });
});

it('gives the same answer twice for a thousand birth dates', () => {
  for (let i = 0; i < 1000; i += 1) {
    const facts = youth(addDays(d('2003-01-01'), i * 7), { measures: [placement], departmentKind: 'family_disability' });
    expect(dueDatesOf(facts, book, today)).toEqual(dueDatesOf(facts, book, today));
  }
});
