import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { belongs } from './belongs.js';
import type { BelongsAnswers } from './belongs-answers.js';
import type { ReferralTypeCode } from '../types/referral-codes.js';

const today = parseCalendarDate('2026-11-24');

function check(answers: BelongsAnswers, type: ReferralTypeCode = 'transition', on = today): ReturnType<typeof belongs> {
  return belongs(answers, type, on);
}

describe('hører sagen til på K-mødet?', () => {
  it.each<[string, BelongsAnswers]>([
    ['several areas must coordinate', { needsSeveralAreas: true }],
    ['the youth goes from one authority area to another', { betweenAuthorityAreas: true }],
    ['individual support after 18', { supportAfter18: 'individual_support' }],
    ['temporary housing after 18', { supportAfter18: 'temporary_housing' }],
    ['long-term housing after 18', { supportAfter18: 'long_term_housing' }],
    ['cannot manage an own flat', { cannotLiveAlone: true }],
    ['a retained placement, even beside youth support', { retainedPlacement: true, youthSupportOnly: true }],
    ['a pupil of a special school', { specialSchool: true }],
  ])('yes: %s', (_, answers) => {
    const result = check(answers);
    expect(result.outcome).toBe('yes');
    expect(result.explanations[0]?.source).not.toBe('');
  });

  it('keeps youth support alone out of the transition meeting and points to the assessment', () => {
    const result = check({ youthSupportOnly: true, needsSeveralAreas: true });
    expect(result).toMatchObject({ outcome: 'no', suggestedType: 'youth_support_assessment' });
    expect(result.explanations[0]?.text).toContain('barnets lov §§ 114-116');
    expect(check({ youthSupportOnly: true }, 'youth_support_assessment').outcome).toBe('yes');
  });

  it('speaks of efterværn before barnets lov came into force', () => {
    const result = check({ youthSupportOnly: true }, 'transition', parseCalendarDate('2023-12-31'));
    expect(result.explanations).toHaveLength(1);
    expect(result.explanations[0]?.text).toContain('efterværn (serviceloven § 76)');
  });

  it('lets units agree directly, also when support is of the less intrusive kind', () => {
    expect(check({ canAgreeDirectly: true, needsSeveralAreas: true }).outcome).toBe('coordinate_directly');
    expect(check({ supportAfter18: 'less_intrusive' }).outcome).toBe('coordinate_directly');
    expect(check({ supportAfter18: 'less_intrusive', needsSeveralAreas: false }).outcome).toBe('coordinate_directly');
  });

  it('never lets a direct agreement replace the meeting of a retained placement', () => {
    expect(check({ canAgreeDirectly: true, retainedPlacement: true }).outcome).toBe('yes');
  });

  it('is unclear when answers contradict each other', () => {
    expect(check({ youthSupportOnly: true, supportAfter18: 'long_term_housing' }).outcome).toBe('unclear');
    expect(check({ cannotLiveAlone: true, supportAfter18: 'none' }).outcome).toBe('unclear');
  });

  it('suggests coordination when little support meets several areas', () => {
    expect(check({ supportAfter18: 'less_intrusive', needsSeveralAreas: true })).toMatchObject({ outcome: 'unclear', suggestedType: 'coordination' });
    expect(check({ supportAfter18: 'less_intrusive', needsSeveralAreas: true }, 'coordination').outcome).toBe('yes');
  });

  it('is unclear and names the open questions when little is answered', () => {
    const result = check({ needsSeveralAreas: false });
    expect(result.outcome).toBe('unclear');
    expect(result.explanations[0]?.text).toContain('Hvilken støtte');
    expect(result.explanations[0]?.text).not.toContain('flere områder');
  });

  it('is no when one area can do it and no support is needed after 18', () => {
    const answers: BelongsAnswers = { needsSeveralAreas: false, betweenAuthorityAreas: false, supportAfter18: 'none' };
    expect(check(answers).outcome).toBe('no');
    expect(check({ ...answers, betweenAuthorityAreas: null }).outcome).toBe('unclear');
  });

  it('asks no criteria of the items that have the K-møde as their forum', () => {
    for (const type of ['sparring', 'stu_assessment', 'internal_discussion', 'network_meeting', 'follow_up'] as const) {
      expect(check({}, type).outcome).toBe('yes');
    }
  });

  it('gives every reason that points the same way', () => {
    const result = check({ needsSeveralAreas: true, betweenAuthorityAreas: true, specialSchool: true });
    expect(result.explanations.map(({ rule }) => rule)).toEqual(['several_areas', 'between_authority_areas', 'special_school']);
  });
});
