import { printableText, singleLine } from './printable-text.js';

const LATIN = (codePoint: number) => codePoint >= 0x20 && codePoint < 0x180;

describe('text that can be drawn', () => {
  it('keeps Danish letters, also when they came in two parts', () => {
    expect(printableText('Bo\u030aling på Ærø', LATIN)).toBe('Bo\u030aling på Ærø'.normalize('NFC').replace('\u030a', '?'));
    expect(printableText('A\u030arhus', LATIN)).toBe('Århus');
  });

  it('shows that a character is missing instead of losing it', () => {
    expect(printableText('ja 👍', LATIN)).toBe('ja ?');
    expect(printableText('ja 👍', (codePoint) => LATIN(codePoint) || codePoint === 0xfffd)).toBe('ja \ufffd');
  });

  it('drops control and direction characters and keeps line feeds', () => {
    expect(printableText('a\u0000b\u202ec\r\nd\u2028e\tf', LATIN)).toBe('abc\nd\ne f');
  });

  it('folds a text to one line', () => {
    expect(singleLine('  ring\n\n til  UU ')).toBe('ring til UU');
  });
});
