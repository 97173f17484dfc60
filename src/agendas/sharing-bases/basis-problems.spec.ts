import { type BasisGiven, basisProblems } from './basis-problems.js';

const codes = (given: BasisGiven): string[] => basisProblems(given).map(({ field, code }) => `${field} ${code}`);

describe('the basis on which an area may hear an item', () => {
  it('is a consent, or an act with its section', () => {
    expect(codes({ consentId: '0190' })).toEqual([]);
    expect(codes({ act: 'Forvaltningsloven', section: '28, stk. 2, nr. 3' })).toEqual([]);
    expect(codes({ act: 'retsplejeloven', section: '§115' })).toEqual([]);
  });

  it('is not both, nor nothing', () => {
    expect(codes({ consentId: '0190', act: 'forvaltningsloven', section: '§ 28' })).toEqual(['consentId one_of']);
    expect(codes({})).toEqual(['consentId basis_required']);
  });

  it('is never a bare section, nor an act without one', () => {
    expect(codes({ section: '§ 115' })).toEqual(['act act_required']);
    expect(codes({ act: '§ 115', section: '§ 115' })).toEqual(['act act_required']);
    expect(codes({ act: 'forvaltningsloven' })).toEqual(['section section_required']);
    expect(codes({ act: 'forvaltningsloven', section: 'stk. 2' })).toEqual(['section section_required']);
  });

  it('is not barnets lov § 115, which is youth support', () => {
    expect(codes({ act: 'Barnets lov', section: '115' })).toEqual(['section no_sharing_basis']);
    expect(codes({ act: 'BL', section: '§ 115, stk. 1' })).toEqual(['section no_sharing_basis']);
    expect(codes({ act: 'barnets lov', section: '§ 15' })).toEqual([]);
  });
});
