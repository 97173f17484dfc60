/** U+FFFD, and what stands for it in a font without it. */
const REPLACEMENTS = [0xfffd, 0x3f];
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g;
// Everything that has no shape of its own, except line feeds: controls, direction marks, private use, lone surrogates.
const SHAPELESS = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/**
 * The text as the font can draw it: composed letters (å is one), no control characters, and a visible replacement for
 * what the font does not have. A tab counts as a space; line feeds stay.
 */
export function printableText(text: string, hasGlyph: (codePoint: number) => boolean): string {
  const replacement = String.fromCodePoint(REPLACEMENTS.find(hasGlyph) ?? 0x3f);
  const composed = text.normalize('NFC').replace(LINE_ENDS, '\n').replace(/\t/g, ' ');
  const shaped = composed.replace(SHAPELESS, (character) => (character === '\n' ? character : ''));
  return Array.from(shaped, (character) =>
    character === '\n' || hasGlyph(character.codePointAt(0) ?? 0) ? character : replacement,
  ).join('');
}

/** The text on one line: runs of blanks and line feeds become one blank. */
export function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
