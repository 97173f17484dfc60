import { splitToFit } from './split-to-fit.js';

const atMost = (length: number) => (piece: string) => piece.length <= length;

describe('cutting a text so that each piece fits', () => {
  it('leaves a text that fits alone', () => {
    expect(splitToFit('ring til UU', atMost(20))).toEqual(['ring til UU']);
    expect(splitToFit('', atMost(20))).toEqual(['']);
  });

  it('cuts at blanks and loses no word', () => {
    const pieces = splitToFit('vi taler om bolig og job i morgen', atMost(12));
    expect(pieces).toEqual(['vi taler om', 'bolig og job', 'i morgen']);
  });

  it('cuts inside a word that is longer than a piece', () => {
    expect(splitToFit('abcdefghij', atMost(4))).toEqual(['abcd', 'efgh', 'ij']);
  });
});
