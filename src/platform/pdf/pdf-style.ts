import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FONT_FOLDER = join(dirname(createRequire(import.meta.url).resolve('dkfds')), '../fonts/IBMPlexSans/complete/ttf');

/** Files of the fonts that are embedded; dkfds brings them under the SIL Open Font License. */
export const FONTS = {
  regular: join(FONT_FOLDER, 'IBMPlexSans-Regular.ttf'),
  semibold: join(FONT_FOLDER, 'IBMPlexSans-SemiBold.ttf'),
  italic: join(FONT_FOLDER, 'IBMPlexSans-Italic.ttf'),
} as const;
export type FontName = keyof typeof FONTS;

/** Every colour on white is at least 4.5:1 (WCAG 2.1, 1.4.3). */
export const COLOURS = {
  ink: '#1a1a1a',
  quiet: '#5b5b5b',
  accent: '#0b4f71',
  rule: '#cfd6da',
  strongRule: '#7d8a91',
  box: '#eef4f7',
  mark: '#8a3b00',
} as const;

export interface TextStyle {
  font: FontName;
  size: number;
  colour: string;
  /** Points between lines, beyond the font's own. */
  lineGap: number;
}

const style = (font: FontName, size: number, colour: string, lineGap: number): TextStyle => ({ font, size, colour, lineGap });

export const STYLES = {
  title: style('semibold', 25, COLOURS.accent, 0),
  subtitle: style('semibold', 15, COLOURS.ink, 1),
  edition: style('regular', 10, COLOURS.quiet, 1),
  heading2: style('semibold', 14, COLOURS.accent, 1),
  heading3: style('semibold', 11.5, COLOURS.ink, 1),
  plain: style('regular', 10.5, COLOURS.ink, 2.5),
  quiet: style('regular', 9.5, COLOURS.quiet, 2),
  quote: style('italic', 10.5, COLOURS.ink, 2.5),
  noteTitle: style('semibold', 10.5, COLOURS.accent, 2),
  term: style('semibold', 10, COLOURS.ink, 2),
  value: style('regular', 10, COLOURS.ink, 2),
  columnHeader: style('semibold', 9, COLOURS.quiet, 1),
  cell: style('regular', 10, COLOURS.ink, 2),
  running: style('regular', 8.5, COLOURS.quiet, 0),
  runningStrong: style('semibold', 8.5, COLOURS.ink, 0),
  mark: style('semibold', 8.5, COLOURS.mark, 0),
} as const satisfies Record<string, TextStyle>;

/** A4 in points. */
export const PAGE = { size: 'A4', left: 62, right: 62, top: 84, bottom: 72 } as const;
