import { parseCalendarDate } from '../../../platform/clock/calendar-date.js';
import { type CheckFacts, checkView } from './check.view.js';

const FACTS: CheckFacts = {
  answers: {}, type: 'transition', urgent: false, withoutYouthReason: null, anonymous: false, ageYears: 16, today: parseCalendarDate('2026-12-01'),
  labels: new Map([['youth_support_assessment', 'vurdering af ungestøtte'], ['coordination', 'koordinering']]),
};
const check = (over: Partial<CheckFacts>) => checkView({ ...FACTS, ...over });

describe('what the check says while one answers', () => {
  it('is nothing before the first answer', () => {
    expect(check({})).toMatchObject({ outcome: null, consequence: 'Svar på spørgsmålene, så siger tjekket, om sagen hører til.', turnedAway: false });
  });

  it('says yes, why, and that a time can be chosen at once', () => {
    const said = check({ answers: { supportAfter18: 'individual_support' } });
    expect(said.outcome).toMatchObject({ code: 'yes', text: 'Ja, sagen hører til på K-mødet' });
    expect(said.outcome?.findings[0]).toMatchObject({ text: 'Den unge har brug for individuel støtte eller et botilbud efter 18.' });
    expect(said.consequence).toBe('Når du sender, kan du vælge en tid med det samme.');
  });

  it('says who looks at it first, and why', () => {
    expect(check({ answers: { supportAfter18: 'individual_support' }, urgent: true, withoutYouthReason: 'ill' }).consequence)
      .toBe('Når du sender, ser K-mødesekretæren på den først, fordi den haster, og den unge ikke er med.');
    expect(check({ answers: { supportAfter18: 'none' } }).consequence).toContain('fordi tjekket ikke siger klart ja');
  });

  it('turns a plain no away, names the better type, and leaves the way to triage open', () => {
    const said = check({ answers: { youthSupportOnly: true } });
    expect(said).toMatchObject({ turnedAway: true, outcome: { code: 'no' }, other: { code: 'youth_support_assessment', label: 'vurdering af ungestøtte' } });
  });

  it('speaks for no other type where the type was chosen by hand', () => {
    expect(check({ type: 'stu_assessment', answers: { youthSupportOnly: true } })).toMatchObject({ outcome: { code: 'yes' }, other: null });
  });
});
