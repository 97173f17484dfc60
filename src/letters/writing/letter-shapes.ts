import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { LetterContent } from './letter-content.js';

/** The letter as a document to be printed or handed to the municipality's post. */
export function letterDocument(letter: LetterContent, organisation: string, writtenAt: Date): PdfDocument {
  const blocks: PdfBlock[] = [{ kind: 'paragraph', text: `${letter.greeting}` }, { kind: 'paragraph', text: letter.opening }];
  if (letter.facts.length > 0) blocks.push({ kind: 'facts', rows: letter.facts.map(({ term, value }) => ({ term, value })) });
  for (const { heading, text } of letter.sections) blocks.push({ kind: 'heading', level: 2, text: heading }, { kind: 'paragraph', text });
  blocks.push({ kind: 'paragraph', text: letter.closing });
  return { title: letter.title, edition: formatDateLongDanish(dateAt(writtenAt)), organisation, runningTitle: letter.title, writtenAt: writtenAt.toISOString(), blocks };
}

/** The letter as plain text, to be pasted into the municipality's own letter or read aloud. */
export function letterText(letter: LetterContent): string {
  const facts = letter.facts.map(({ term, value }) => `${term}: ${value}`).join('\n');
  const sections = letter.sections.map(({ heading, text }) => `${heading}\n${text}`);
  return `${[letter.title, letter.greeting, letter.opening, ...(facts === '' ? [] : [facts]), ...sections, letter.closing].join('\n\n')}\n`;
}
