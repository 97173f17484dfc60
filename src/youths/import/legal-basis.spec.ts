import { normaliseAct, normaliseSection } from './legal-basis.js';

describe('the spelling of a legal basis', () => {
  it.each([
    ['46', '§ 46'],
    ['§46', '§ 46'],
    ['§  46', '§ 46'],
    ['§§ 46', '§ 46'],
    ['2 a', '§ 2 a'],
    ['§ 2A', '§ 2 a'],
    ['§ 32, stk. 1', '§ 32, stk. 1'],
    ['32 stk.1', '§ 32, stk. 1'],
    ['§ 32, Stk. 1, nr.3', '§ 32, stk. 1, nr. 3'],
    ['kap. 13', 'kap. 13'],
    ['', ''],
  ])('writes "%s" as "%s"', (given, expected) => expect(normaliseSection(given)).toBe(expected));

  it('compares acts without case', () => {
    expect(normaliseAct(' Barnets  Lov ')).toBe('barnets lov');
  });
});
