import { RULE_CATALOGUE } from './catalogue.js';
import { MILESTONE_KINDS } from './milestone-kinds.js';
import { RESPONSIBLE_ROLES, type RuleVersion } from './rule-version.js';
import { TARGET_GROUP_TABLE } from './target-group-table.js';
import { TARGET_GROUPS } from './target-groups.js';

const codes = (wanted: (rule: RuleVersion) => boolean): string[] => [
  ...new Set(RULE_CATALOGUE.filter(wanted).map(({ code }) => code)),
];

describe('the rule catalogue', () => {
  it('holds R01 to R33', () => {
    const expected = Array.from({ length: 33 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);
    expect(codes(() => true)).toEqual(expected);
  });

  it('drives five rules and leaves the duties without a date as words', () => {
    expect(codes(({ mode }) => mode === 'drives')).toEqual(['R07', 'R12', 'R13', 'R15', 'R22']);
    expect(codes(({ mode }) => mode === 'standing')).toEqual(['R01', 'R02', 'R04', 'R05']);
  });

  it('starts the event rules by a milestone', () => {
    expect(codes(({ mode, trigger }) => mode === 'shows' && trigger.on === 'milestone'))
      .toEqual(['R09', 'R10', 'R20', 'R24', 'R27', 'R28', 'R29', 'R30']);
  });

  it('has something that meets every rule with a date, and a source for all', () => {
    for (const rule of RULE_CATALOGUE) {
      if (rule.trigger.on !== 'always') expect(rule.metBy).not.toHaveLength(0);
      for (const kind of rule.metBy) expect(MILESTONE_KINDS).toHaveProperty(kind);
      for (const group of rule.targetGroups) expect(TARGET_GROUPS).toHaveProperty(group);
      expect(RESPONSIBLE_ROLES).toHaveProperty(rule.responsible);
      expect(rule.source).not.toBe('');
      if (rule.kind === 'law') expect(rule.act !== null || rule.code === 'R19').toBe(true);
      if (rule.confidence !== 'high') expect(rule.verifiedOn).toBeNull();
    }
  });

  it('has versions of one rule that do not overlap', () => {
    for (const older of RULE_CATALOGUE) {
      for (const newer of RULE_CATALOGUE) {
        if (older === newer || older.code !== newer.code) continue;
        if ((older.inForceFrom ?? '') > (newer.inForceFrom ?? '')) continue;
        expect(older.inForceTo !== null && newer.inForceFrom !== null && older.inForceTo < newer.inForceFrom).toBe(true);
      }
    }
  });

  it('counts from other rules without going in a ring', () => {
    const reach = (code: string, seen: readonly string[]): void => {
      expect(seen).not.toContain(code);
      for (const { trigger } of RULE_CATALOGUE.filter((rule) => rule.code === code)) {
        if (trigger.on === 'rule') reach(trigger.code, [...seen, code]);
      }
    };
    for (const { code } of RULE_CATALOGUE) reach(code, []);
  });
});

describe('the target group table', () => {
  it('names each line once and only by something known', () => {
    const keys = TARGET_GROUP_TABLE.map(({ source: _source, inForceTo: _to, ...key }) => JSON.stringify(key));
    expect(new Set(keys).size).toBe(keys.length);
    for (const line of TARGET_GROUP_TABLE) {
      const evidence = [line.act, line.measureTitle, line.departmentKind, line.specialSchool, line.milestoneKind];
      expect(evidence.some((value) => value !== null)).toBe(true);
      expect(line.targetGroup).not.toMatch(/^(all|transition|leaving_care)$/);
    }
  });
});
