import type { PdfBlock, PdfDocument, PdfHeading, PdfList, PdfNote, PdfParagraph, PdfQuote } from './pdf-document.js';
import { drawFacts, drawTable } from './draw-table.js';
import { PageCanvas, openPdf, type Structure } from './page-canvas.js';
import { drawPageFrames } from './page-frame.js';
import { COLOURS, STYLES } from './pdf-style.js';

/** Room that must be left under a heading, so that it never stands last on a page. */
const KEEP_WITH_NEXT = 64;
/** A paragraph that does not fit begins on this page only when about three lines of it do. */
const FEWEST_LINES = 48;

/** Draws the whole document and gives its bytes. It blocks its thread for some 0.2 seconds. */
export function drawDocument(document: PdfDocument): Promise<Buffer> {
  const pdf = openPdf(document);
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const canvas = new PageCanvas(pdf);
  const root = canvas.element('Document', null);
  pdf.addStructure(root);
  drawTitle(canvas, root, document);
  for (const block of document.blocks) drawBlock(canvas, root, block);
  root.end();
  drawPageFrames(canvas, document);
  pdf.end();
  return finished;
}

function drawTitle(canvas: PageCanvas, root: Structure, document: PdfDocument): void {
  root.add(canvas.element('H1', () => canvas.text(document.title, STYLES.title)));
  const { subtitle } = document;
  if (subtitle) root.add(canvas.element('P', () => canvas.text(subtitle, STYLES.subtitle)));
  canvas.space(2);
  const edition = document.mark ? `${document.mark} · ${document.edition}` : document.edition;
  root.add(canvas.element('P', () => canvas.text(edition, STYLES.edition)));
  canvas.space(14);
}

function drawBlock(canvas: PageCanvas, root: Structure, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(canvas, root, block);
    case 'paragraph':
      return drawParagraph(canvas, root, block);
    case 'quote':
      return drawQuote(canvas, root, block);
    case 'note':
      return drawNote(canvas, root, block);
    case 'list':
      return drawList(canvas, root, block);
    case 'facts':
      return drawFacts(canvas, root, block);
    case 'table':
      return drawTable(canvas, root, block);
  }
}

function drawHeading(canvas: PageCanvas, root: Structure, heading: PdfHeading): void {
  const style = heading.level === 2 ? STYLES.heading2 : STYLES.heading3;
  canvas.space(heading.level === 2 ? 14 : 8);
  canvas.ensure(canvas.heightOf(heading.text, style) + KEEP_WITH_NEXT);
  root.add(canvas.element(`H${heading.level}`, () => canvas.text(heading.text, style)));
  canvas.space(heading.level === 2 ? 5 : 3);
}

function drawParagraph(canvas: PageCanvas, root: Structure, paragraph: PdfParagraph): void {
  const style = STYLES[paragraph.tone ?? 'plain'];
  canvas.ensure(Math.min(canvas.heightOf(paragraph.text, style), FEWEST_LINES));
  root.add(canvas.element('P', () => canvas.text(paragraph.text, style)));
  canvas.space(7);
}

function drawQuote(canvas: PageCanvas, root: Structure, quote: PdfQuote): void {
  const [x, width] = [canvas.left + 14, canvas.width - 14];
  const text = `»${quote.text.trim()}«${quote.by ? ` (${quote.by})` : ''}`;
  const height = canvas.heightOf(text, STYLES.quote, width);
  const whole = height <= canvas.pageHeight;
  canvas.ensure(whole ? height : FEWEST_LINES);
  if (whole) bar(canvas, canvas.y, height);
  root.add(canvas.element('BlockQuote', [canvas.element('P', () => canvas.text(text, STYLES.quote, x, width))]));
  canvas.space(8);
}

function bar(canvas: PageCanvas, y: number, height: number): void {
  canvas.artifact(() => canvas.pdf.rect(canvas.left, y + 1, 3, height - 2).fill(COLOURS.accent));
}

function drawNote(canvas: PageCanvas, root: Structure, note: PdfNote): void {
  const padding = 11;
  const [x, width] = [canvas.left + padding, canvas.width - 2 * padding];
  const titleHeight = note.title ? canvas.heightOf(note.title, STYLES.noteTitle, width) + 1 : 0;
  const height = titleHeight + canvas.heightOf(note.text, STYLES.plain, width) + 2 * padding;
  if (height > canvas.pageHeight) return drawParagraph(canvas, root, { kind: 'paragraph', text: note.text });
  canvas.ensure(height);
  const top = canvas.y;
  canvas.artifact(() => canvas.pdf.roundedRect(canvas.left, top, canvas.width, height, 3).fill(COLOURS.box));
  canvas.y = top + padding;
  const { title } = note;
  if (title) root.add(canvas.element('P', () => canvas.text(title, STYLES.noteTitle, x, width)));
  root.add(canvas.element('P', () => canvas.text(note.text, STYLES.plain, x, width)));
  canvas.y = top + height;
  canvas.space(12);
}

function drawList(canvas: PageCanvas, root: Structure, list: PdfList): void {
  const [x, width] = [canvas.left + 14, canvas.width - 14];
  const structure = canvas.element('L', null);
  root.add(structure);
  for (const item of list.items) {
    canvas.ensure(Math.min(canvas.heightOf(item, STYLES.plain, width), FEWEST_LINES));
    const label = () => {
      const { y } = canvas;
      canvas.text('•', STYLES.plain, canvas.left + 2, 10);
      canvas.y = y;
    };
    const body = canvas.element('LBody', () => canvas.text(item, STYLES.plain, x, width));
    structure.add(canvas.element('LI', [canvas.element('Lbl', label), body]));
    canvas.space(2);
  }
  structure.end();
  canvas.space(7);
}
