import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { belongs } from './belongs.js';
import { type BelongsAnswers, SUPPORT_LEVELS } from './belongs-answers.js';
import { suggestType } from './suggest-type.js';

describe('the type that the answers point at', () => {
  it('is a transition before 18, coordination after', () => {
    expect(suggestType({}, 16)).toBe('transition');
    expect(suggestType({ supportAfter18: 'temporary_housing', needsSeveralAreas: true }, 17)).toBe('transition');
    expect(suggestType({ supportAfter18: 'temporary_housing' }, 19)).toBe('coordination');
  });

  it('stays a transition for a placement that is kept up after 18', () => {
    expect(suggestType({ retainedPlacement: true }, 18)).toBe('transition');
  });

  it('is coordination where several areas give little', () => {
    expect(suggestType({ needsSeveralAreas: true, supportAfter18: 'less_intrusive' }, 16)).toBe('coordination');
  });

  it('is an assessment where only youth support is spoken of', () => {
    expect(suggestType({ youthSupportOnly: true }, 17)).toBe('youth_support_assessment');
    expect(suggestType({ youthSupportOnly: true, supportAfter18: 'long_term_housing' }, 17)).toBe('transition');
  });

  it('names what the check itself names, for every set of answers', () => {
    const yesNo = [true, false, null];
    const on = parseCalendarDate('2026-12-01');
    const all: BelongsAnswers[] = yesNo.flatMap((needsSeveralAreas) => yesNo.flatMap((youthSupportOnly) => yesNo.flatMap((canAgreeDirectly) =>
      [...SUPPORT_LEVELS, null].map((supportAfter18) => ({ needsSeveralAreas, youthSupportOnly, canAgreeDirectly, supportAfter18 })))));
    for (const answers of all) {
      const { suggestedType } = belongs(answers, 'transition', on);
      if (suggestedType !== null) expect([answers, suggestType(answers, 16)]).toEqual([answers, suggestedType]);
    }
  });
});
