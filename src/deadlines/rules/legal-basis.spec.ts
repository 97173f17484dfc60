import { normalisedAct, normalisedSection } from './legal-basis.js';

describe('a legal basis', () => {
  it('has one spelling per act', () => {
    expect(normalisedAct('BL')).toBe('barnets lov');
    expect(normalisedAct(' Barnets  Lov ')).toBe('barnets lov');
    expect(normalisedAct('Lov om social service')).toBe('serviceloven');
    expect(normalisedAct('Sundhedsloven')).toBe('sundhedsloven');
  });

  it('is known by number and letter of its section', () => {
    expect(normalisedSection('§ 46, stk. 1')).toBe('46');
    expect(normalisedSection('§ 76a, stk. 3')).toBe('76 a');
    expect(normalisedSection('76 A')).toBe('76 a');
    expect(normalisedSection('§ 32 stk. 1, nr. 6')).toBe('32');
    expect(normalisedSection('§§ 114-116')).toBe('114');
    expect(normalisedSection('')).toBe('');
  });
});
