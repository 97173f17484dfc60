import type { PdfDocument } from './pdf-document.js';
import { COLOURS, PAGE, STYLES } from './pdf-style.js';
import type { PageCanvas } from './page-canvas.js';

const HEAD_Y = 38;
const HEAD_RULE_Y = 56;

/** Head and foot of every page, as artifacts: municipality, running title, mark, edition, 'Side 1 af 3'. */
export function drawPageFrames(canvas: PageCanvas, document: PdfDocument): void {
  const { pdf } = canvas;
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0; // else a text in the foot would start a page
    canvas.artifact(() => drawFrame(canvas, document, `Side ${page - start + 1} af ${count}`), 'Pagination');
    pdf.page.margins.bottom = PAGE.bottom;
  }
}

function drawFrame(canvas: PageCanvas, document: PdfDocument, pageNumber: string): void {
  const footY = canvas.pdf.page.height - 42;
  canvas.line(document.organisation, STYLES.runningStrong, HEAD_Y, 'left');
  if (document.mark) canvas.line(`${document.mark} · ${document.runningTitle}`, STYLES.mark, HEAD_Y, 'right');
  else canvas.line(document.runningTitle, STYLES.running, HEAD_Y, 'right');
  stroke(canvas, HEAD_RULE_Y);
  stroke(canvas, footY - 9);
  canvas.line(document.edition, STYLES.running, footY, 'left');
  canvas.line(pageNumber, STYLES.running, footY, 'right');
}

function stroke(canvas: PageCanvas, y: number): void {
  const { pdf, left, width } = canvas;
  pdf.moveTo(left, y).lineTo(left + width, y).lineWidth(0.5).strokeColor(COLOURS.rule).stroke();
}
