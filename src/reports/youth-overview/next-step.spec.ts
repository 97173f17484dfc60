import { nextStepOf, type StepFacts } from './next-step.js';

const QUIET: StepFacts = { notPlanned: false, referrals: [], items: [] };

describe('the next step about a youth', () => {
  it('is none when nothing is asked for and nothing open', () => expect(nextStepOf(QUIET)).toBeNull());

  it('is to ask for a K-møde when nothing is planned', () => expect(nextStepOf({ ...QUIET, notPlanned: true })).toEqual({ kind: 'ask' }));

  it.each([['returned', 'mend'], ['accepted', 'find_time'], ['draft', 'send'], ['submitted', 'await_triage']] as const)(
    'of a referral that is %s is to %s',
    (state, kind) => expect(nextStepOf({ ...QUIET, referrals: [{ id: 'r', state }] })).toEqual({ kind, referralId: 'r' }),
  );

  it('is to conclude a held item before anything else', () => {
    const items = [{ id: 'before', state: 'held' as const }, { id: 'ahead', state: 'booked' as const }];
    expect(nextStepOf({ notPlanned: true, referrals: [{ id: 'r', state: 'accepted' }], items })).toEqual({ kind: 'conclude', bookingId: 'before' });
  });

  it('is the coming item when its referral has a time', () => {
    const facts: StepFacts = { ...QUIET, referrals: [{ id: 'r', state: 'booked' }], items: [{ id: 'b', state: 'booked' }] };
    expect(nextStepOf(facts)).toEqual({ kind: 'attend', bookingId: 'b' });
  });
});
