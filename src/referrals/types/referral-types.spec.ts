import { DEPARTMENT_KINDS } from '../../departments/units/department-kinds.data.js';
import { REFERRAL_TYPE_CODES } from './referral-codes.js';
import { CLOSING_NEEDS } from './referral-type-definition.js';
import { REFERRAL_TYPES } from './referral-types.data.js';

const minutes = (code: string): number =>
  REFERRAL_TYPES.filter((type) => type.code === code).at(-1)?.definition.agenda.reduce((sum, step) => sum + step.minutes, 0) ?? 0;

describe('the types of items', () => {
  it('are all there, each with exactly one version in force on any day since K-møder began', () => {
    for (const day of ['2020-09-09', '2023-12-31', '2024-01-01', '2026-11-24']) {
      const inForce = REFERRAL_TYPES.filter(({ inForceFrom, inForceTo }) => inForceFrom <= day && (inForceTo === null || day <= inForceTo));
      expect(inForce.map(({ code }) => code).sort()).toEqual([...REFERRAL_TYPE_CODES].sort());
    }
  });

  it('call efterværn ungestøtte from the day barnets lov came into force', () => {
    const labels = REFERRAL_TYPES.filter(({ code }) => code === 'youth_support_assessment').map(({ label, inForceFrom }) => [label, inForceFrom]);
    expect(labels).toEqual([['vurdering af efterværn', '2020-09-09'], ['vurdering af ungestøtte', '2024-01-01']]);
  });

  it('consider six topics at a transition (barnets lov § 123, stk. 2)', () => {
    const now = REFERRAL_TYPES.find(({ code, inForceTo }) => code === 'transition' && inForceTo === null);
    expect(now?.definition.topics).toHaveLength(6);
  });

  it('have an agenda of 60 minutes for the transition and 30 for sparring, and the youth speaks before the columns', () => {
    expect(minutes('transition')).toBe(60);
    expect(minutes('sparring')).toBe(30);
    for (const { definition } of REFERRAL_TYPES.filter(({ definition: { youth } }) => youth === 'expected')) {
      const codes = definition.agenda.map(({ code }) => code);
      expect(codes.indexOf('own_words')).toBeLessThan(codes.indexOf('working_well'));
    }
  });

  it('ask for people by areas and kinds of units that exist', () => {
    const areas = new Set(DEPARTMENT_KINDS.map(({ area }) => area));
    const kinds = new Set(DEPARTMENT_KINDS.map(({ code }) => code));
    const asked = REFERRAL_TYPES.flatMap(({ definition }) => [...definition.mustAttend, ...definition.mayAttend]);
    expect(asked.filter(({ who, of }) => who === 'area' && !areas.has(of ?? ''))).toEqual([]);
    expect(asked.filter(({ who, of }) => who === 'department_kind' && !kinds.has(of ?? ''))).toEqual([]);
  });

  it('never ask for an evaluation before closing, and always say where the rules come from', () => {
    expect(CLOSING_NEEDS).not.toContain('evaluation');
    expect(REFERRAL_TYPES.filter(({ source }) => source === '')).toEqual([]);
  });
});
