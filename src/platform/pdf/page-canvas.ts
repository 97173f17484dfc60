import PDFKit from 'pdfkit';
import type { PdfDocument } from './pdf-document.js';
import { COLOURS, FONTS, PAGE, type FontName, type TextStyle } from './pdf-style.js';
import { printableText, singleLine } from './printable-text.js';

export type Structure = PDFKit.PDFStructureElement;

/** Where the next thing is drawn, and the few drawing verbs that the blocks need. Lengths are points. */
export class PageCanvas {
  readonly left: number = PAGE.left;
  readonly width: number;
  private readonly bottom: number;

  constructor(readonly pdf: PDFKit.PDFDocument) {
    this.width = pdf.page.width - PAGE.left - PAGE.right;
    this.bottom = pdf.page.height - PAGE.bottom;
  }

  /** The height of an empty page. */
  get pageHeight(): number {
    return this.bottom - PAGE.top;
  }

  get y(): number {
    return this.pdf.y;
  }

  set y(value: number) {
    this.pdf.y = value;
  }

  /** Blank space, left out at the top of a page. */
  space(points: number): void {
    if (this.y > PAGE.top) this.y += points;
  }

  /** Starts a new page unless `height` fits on this one. True when it did. */
  ensure(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.pdf.addPage();
    this.y = PAGE.top;
    return true;
  }

  /** In points, broken into lines of the width. */
  heightOf(text: string, style: TextStyle, width = this.width): number {
    this.use(style);
    return this.pdf.heightOfString(this.printable(text), { width, lineGap: style.lineGap });
  }

  /** In points, on one line. */
  widthOf(text: string, style: TextStyle): number {
    this.use(style);
    return this.pdf.widthOfString(this.printable(text));
  }

  /** Draws a text at x and the current y; it goes on over a page break by itself. */
  text(text: string, style: TextStyle, x = this.left, width = this.width): void {
    this.use(style);
    this.pdf.fillColor(style.colour).text(this.printable(text), x, this.y, { width, lineGap: style.lineGap });
  }

  /** Draws a text on one line at a height of its own, without moving on; for page frames. */
  line(text: string, style: TextStyle, y: number, align: 'left' | 'right'): void {
    this.use(style);
    const shown = this.printable(singleLine(text));
    const x = align === 'left' ? this.left : this.left + this.width - this.pdf.widthOfString(shown);
    this.pdf.fillColor(style.colour).text(shown, x, y, { lineBreak: false });
  }

  /** A line across the page at a height in points; of no meaning to a screen reader. */
  rule(y: number, colour: string = COLOURS.rule, thickness = 0.5): void {
    this.artifact(() => {
      this.pdf.moveTo(this.left, y).lineTo(this.left + this.width, y).lineWidth(thickness).strokeColor(colour).stroke();
    });
  }

  /**
   * A structure element: with elements or a drawing function it is complete, without it takes more by `add` until `end`.
   * What it draws is drawn when it is added to an element that stands in the document.
   */
  element(tag: string, content: (() => void) | Structure[] | null, scope?: 'Column' | 'Row'): Structure {
    const options: { scope?: string } = scope ? { scope } : {}; // the published types do not know scope
    return this.pdf.struct(tag, options as PDFKit.Mixins.StructureElementOptions, content ?? undefined);
  }

  /** Draws something that a screen reader passes over. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  private use(style: TextStyle): void {
    this.pdf.font(style.font).fontSize(style.size);
  }

  private printable(text: string): string {
    const { font } = (this.pdf as unknown as { _font: { font: GlyphSource } })._font;
    return printableText(text, (codePoint) => font.hasGlyphForCodePoint(codePoint));
  }
}

interface GlyphSource {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** An empty tagged document with title, language and embedded fonts. Footers come last, so its pages are buffered. */
export function openPdf(document: PdfDocument): PDFKit.PDFDocument {
  const writtenAt = new Date(document.writtenAt);
  const options = {
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'da-DK',
    displayTitle: true,
    bufferPages: true,
    size: PAGE.size,
    margins: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: PAGE.bottom },
    font: FONTS.regular,
    info: { Title: document.title, Author: document.organisation, Creator: 'Overgang', CreationDate: writtenAt, ModDate: writtenAt },
  };
  // The published types do not know PDF/UA.
  const pdf = new PDFKit(options as unknown as PDFKit.PDFDocumentOptions);
  for (const name of Object.keys(FONTS) as FontName[]) pdf.registerFont(name, FONTS[name]);
  return pdf;
}
