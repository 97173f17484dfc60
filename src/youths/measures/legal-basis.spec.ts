import { normaliseAct, normaliseSection, sectionNumber } from './legal-basis.js';

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

  it.each([
    ['BL', 'barnets lov'],
    [' Barnets  Lov ', 'barnets lov'],
    ['Lov om social service', 'serviceloven'],
    ['Sundhedsloven', 'sundhedsloven'],
  ])('knows the act "%s" as "%s"', (given, expected) => expect(normaliseAct(given)).toBe(expected));

  it.each([
    ['§ 46, stk. 1', '46'],
    ['§ 76a, stk. 3', '76 a'],
    ['76 A', '76 a'],
    ['§ 32 stk. 1, nr. 6', '32'],
    ['§§ 114-116', '114'],
    ['', ''],
  ])('knows the section "%s" by number and letter: "%s"', (given, expected) => expect(sectionNumber(given)).toBe(expected));
});
