import { DomainError } from '../platform/errors/domain-error.js';
import { mayMove, REFERRAL_STATES, REFERRAL_TRANSITIONS, stateAfter, type ReferralVerb } from './referral-states.js';

const VERBS = Object.keys(REFERRAL_TRANSITIONS) as ReferralVerb[];

describe('the states of a referral', () => {
  it('are all reached by some verb, except the draft where it begins', () => {
    const reached = new Set(VERBS.map((verb) => REFERRAL_TRANSITIONS[verb].to));
    expect(REFERRAL_STATES.filter((state) => !reached.has(state))).toEqual(['draft']);
  });

  it('end in direct coordination, withdrawal and conclusion', () => {
    const ends = REFERRAL_STATES.filter((state) => VERBS.every((verb) => !mayMove(state, verb)));
    expect(ends).toEqual(['directly_coordinated', 'withdrawn', 'concluded']);
  });

  it('let a booked referral only lose its time or be concluded', () => {
    expect(VERBS.filter((verb) => mayMove('booked', verb))).toEqual(['unbook', 'conclude']);
  });

  it('refuse a step that is not in the table, saying where the referral stands', () => {
    expect(stateAfter('submitted', 'accept')).toBe('accepted');
    try {
      stateAfter('withdrawn', 'accept');
      throw new Error('was not refused');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ kind: 'conflict', code: 'invalid_transition', extra: { state: 'withdrawn' } });
    }
  });
});
