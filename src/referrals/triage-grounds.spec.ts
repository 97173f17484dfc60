import { stateWhenSent, triageGrounds, type TriageFacts } from './triage-grounds.js';

const plain: TriageFacts = { belongsOutcome: 'yes', urgent: false, anonymous: false, withoutYouthReason: null };

describe('triage', () => {
  it('is passed by a plain yes', () => {
    expect(triageGrounds(plain)).toEqual([]);
    expect(stateWhenSent(plain, false)).toBe('accepted');
  });

  it.each<[string, Partial<TriageFacts>]>([
    ['unclear', { belongsOutcome: 'unclear' }],
    ['urgent', { urgent: true }],
    ['held without the youth', { withoutYouthReason: 'special_character' }],
    ['anonymous', { anonymous: true }],
    ['urgent although the check says no', { urgent: true, belongsOutcome: 'no' }],
  ])('takes what is %s', (_, change) => {
    expect(stateWhenSent({ ...plain, ...change }, false)).toBe('submitted');
  });

  it.each(['no', 'coordinate_directly'] as const)('leaves a check that says %s with its author, who may insist', (belongsOutcome) => {
    expect(stateWhenSent({ ...plain, belongsOutcome }, false)).toBe('draft');
    expect(stateWhenSent({ ...plain, belongsOutcome }, true)).toBe('submitted');
  });
});
