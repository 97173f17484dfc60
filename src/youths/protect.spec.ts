import { HIDDEN_PLACE, isResidential, protect, protectedTitle } from './protect.js';

const zahra = { protected: true };
const sofie = { protected: false };
const fosterCare = { title: 'Plejefamilien på Bakken', act: 'barnets lov', section: '§ 46, stk. 1' };

describe('a youth with name and address protection', () => {
  it('shows no school, acting municipality or room', () => {
    expect(protect(zahra, 'Engskolen')).toBeNull();
    expect(protect(sofie, 'Engskolen')).toBe('Engskolen');
  });

  it('shows that there is a placement, not which', () => {
    expect(protectedTitle(zahra, fosterCare)).toBe(HIDDEN_PLACE);
    expect(protectedTitle(sofie, fosterCare)).toBe('Plejefamilien på Bakken');
  });

  it('shows measures that tell nothing about where the youth lives', () => {
    const mentor = { title: 'Mentor', act: 'barnets lov', section: '§ 32' };
    expect(protectedTitle(zahra, mentor)).toBe('Mentor');
  });
});

describe('where a youth lives', () => {
  it.each([
    ['barnets lov', '§ 47'], ['barnets lov', '§ 120'], ['Barnets lov', '§ 46, stk. 1'], ['BL', '§ 46'],
    ['serviceloven', '§ 76 a'], ['serviceloven', '§ 107'], ['SEL', '§ 76a, stk. 3'], ['almenboligloven', '§ 105'],
  ])('is told by %s %s', (act, section) => expect(isResidential({ act, section })).toBe(true));

  it.each([
    ['barnets lov', '§ 32'], ['barnets lov', '§ 146'], ['serviceloven', '§ 76'], ['serviceloven', '§ 85'], ['', ''], ['stu-loven', '§ 2'],
  ])('is not told by %s %s', (act, section) => expect(isResidential({ act, section })).toBe(false));
});
