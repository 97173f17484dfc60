/** A document as data. Features build it, `PdfRenderer` draws it; only this folder knows the drawing library. */
export interface PdfDocument {
  /** The one H1, and the title that the reader's window shows: no name in it. */
  title: string;
  /** Under the title, larger than the text: who it is about. */
  subtitle?: string;
  /** A quiet line under the title: 'Udgave 3 af 9. december 2026'. */
  edition: string;
  /** Top left of every page: the municipality. */
  organisation: string;
  /** Top right of every page. */
  runningTitle: string;
  /** A word that must be seen on every page: 'Kladde'. */
  mark?: string;
  /** ISO 8601 instant; the same document with the same instant gives the same bytes. */
  writtenAt: string;
  blocks: PdfBlock[];
}

export type PdfBlock = PdfHeading | PdfParagraph | PdfQuote | PdfNote | PdfList | PdfFacts | PdfTable;

export interface PdfHeading {
  kind: 'heading';
  level: 2 | 3;
  text: string;
}

export interface PdfParagraph {
  kind: 'paragraph';
  text: string;
  tone?: 'plain' | 'quiet';
}

/** Somebody's own words. */
export interface PdfQuote {
  kind: 'quote';
  text: string;
  by?: string;
}

/** A short text in a box that is never split over two pages. */
export interface PdfNote {
  kind: 'note';
  title?: string;
  text: string;
}

export interface PdfList {
  kind: 'list';
  items: string[];
}

/** Terms with their values; a table whose row headers are the terms. */
export interface PdfFacts {
  kind: 'facts';
  rows: { term: string; value: string }[];
}

export interface PdfTable {
  kind: 'table';
  /** `share` of the width, relative to the other columns. */
  columns: { header: string; share: number }[];
  rows: string[][];
}
