import { referralProblems, type ReferralContent } from './referral-problems.js';

const areas = ['family', 'social', 'employment'];
const content: ReferralContent = { anonymous: false, reason: 'Vi skal have en fælles retning', texts: [], areas: ['social'], urgent: null, withoutYouth: null };
const transition = { anonymousAllowed: false, youth: 'expected' } as const;
const sparring = { anonymousAllowed: true, youth: 'absent' } as const;

function codes(change: Partial<ReferralContent>, rules: Parameters<typeof referralProblems>[1]): string[] {
  return referralProblems({ ...content, ...change }, rules, areas).map(({ field, code }) => `${field} ${code}`);
}

describe('what a referral must hold', () => {
  it('is nothing more when the youth takes part', () => {
    expect(codes({}, transition)).toEqual([]);
  });

  it('is a reason when a sparring is held without the youth', () => {
    expect(codes({}, sparring)).toEqual(['withoutYouth.reason reason_required']);
    expect(codes({ withoutYouth: { reason: 'special_character', note: null } }, sparring)).toEqual([]);
  });

  it('is why, once it is sent', () => {
    expect(codes({ reason: '  ' }, transition)).toEqual(['reason reason_required']);
  });

  it('is a word about "andet"', () => {
    expect(codes({ urgent: { reason: 'other', note: null } }, transition)).toEqual(['urgent.note note_required']);
    expect(codes({ withoutYouth: { reason: 'other', note: '' } }, transition)).toEqual(['withoutYouth.note note_required']);
    expect(codes({ urgent: { reason: 'moved_in', note: null } }, transition)).toEqual([]);
  });

  it('is areas that exist', () => {
    expect(codes({ areas: ['social', 'bogholderi'] }, transition)).toEqual(['areas unknown_area']);
  });

  it('is the youth, unless the type may be anonymous', () => {
    expect(codes({ anonymous: true }, transition)).toEqual(['youthId youth_required']);
    expect(codes({ anonymous: true }, sparring)).toEqual([]);
  });

  it('is areas, and nothing that looks like a CPR number, on an anonymous item', () => {
    expect(codes({ anonymous: true, areas: [] }, sparring)).toEqual(['areas areas_required']);
    expect(codes({ anonymous: true, reason: 'Om 710909-4123' }, sparring)).toEqual(['reason contains_cpr']);
    expect(codes({ anonymous: true, texts: ['Om 7109094123 igen'] }, sparring)).toEqual(['reason contains_cpr']);
  });
});
