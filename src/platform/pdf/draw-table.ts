import { columnWidths } from './column-widths.js';
import type { PdfFacts, PdfTable } from './pdf-document.js';
import type { PageCanvas, Structure } from './page-canvas.js';
import { COLOURS, STYLES, type TextStyle } from './pdf-style.js';
import { singleLine } from './printable-text.js';
import { splitToFit } from './split-to-fit.js';

interface Cell {
  text: string;
  style: TextStyle;
  x: number;
  width: number;
  tag: 'TH' | 'TD';
  scope?: 'Column' | 'Row';
}

interface Line {
  colour: string;
  thickness: number;
}

const HEADER_LINE: Line = { colour: COLOURS.strongRule, thickness: 0.8 };
const ROW_LINE: Line = { colour: COLOURS.rule, thickness: 0.5 };
const GUTTER = 12;
const PADDING = 5;

/** A table with column headers, which come again on each page it runs over; a row stays whole on one page. */
export function drawTable(canvas: PageCanvas, root: Structure, table: PdfTable): void {
  const words = table.columns.map(({ header }, index) => [header, ...table.rows.map((row) => row[index] ?? '')].join(' '));
  const needed = words.map((text) => widestWord(canvas, text));
  const spans = columnSpans(canvas, table.columns.map((column) => column.share), needed);
  const header = table.columns.map((column, index): Cell => ({
    ...span(spans, index), text: column.header, style: STYLES.columnHeader, tag: 'TH', scope: 'Column',
  }));
  const rows = table.rows.map((row) =>
    table.columns.map((_, index): Cell => {
      return { ...span(spans, index), text: singleLine(row[index] ?? ''), style: STYLES.cell, tag: 'TD' };
    }),
  );
  const height = rowHeight(canvas, header);
  const first = rows[0];
  canvas.ensure(height + (first ? Math.min(rowHeight(canvas, first), canvas.pageHeight / 2) : 0));
  const structure = canvas.element('Table', null);
  root.add(structure);
  addRow(canvas, structure, header, HEADER_LINE);
  for (const row of rows) drawRow(canvas, structure, row, header);
  structure.end();
  canvas.space(11);
}

/** Terms and values beside each other; the terms are row headers. */
export function drawFacts(canvas: PageCanvas, root: Structure, facts: PdfFacts): void {
  const spans = columnSpans(canvas, [31, 69], []);
  const structure = canvas.element('Table', null);
  root.add(structure);
  for (const { term, value } of facts.rows) {
    const cells: Cell[] = [
      { ...span(spans, 0), text: singleLine(term), style: STYLES.term, tag: 'TH', scope: 'Row' },
      { ...span(spans, 1), text: singleLine(value), style: STYLES.value, tag: 'TD' },
    ];
    drawRow(canvas, structure, cells, null);
  }
  structure.end();
  canvas.space(11);
}

function drawRow(canvas: PageCanvas, table: Structure, row: Cell[], header: Cell[] | null): void {
  const headerHeight = header ? rowHeight(canvas, header) : 0;
  for (const part of partsThatFit(canvas, row, canvas.pageHeight - headerHeight)) {
    const onNewPage = canvas.ensure(rowHeight(canvas, part));
    if (onNewPage && header) repeatHeader(canvas, header, headerHeight);
    addRow(canvas, table, part, ROW_LINE);
  }
}

function repeatHeader(canvas: PageCanvas, header: Cell[], height: number): void {
  const top = canvas.y;
  canvas.artifact(() => header.forEach((cell) => drawCell(canvas, cell, top)));
  closeRow(canvas, top + height, HEADER_LINE);
}

/** The row itself, or, when it is higher than a page, as many rows as its longest cell needs. */
function partsThatFit(canvas: PageCanvas, row: Cell[], height: number): Cell[][] {
  if (rowHeight(canvas, row) <= height) return [row];
  const fits = (cell: Cell) => (text: string) => canvas.heightOf(text, cell.style, cell.width) + 2 * PADDING <= height;
  const pieces = row.map((cell) => splitToFit(cell.text, fits(cell)));
  const count = Math.max(...pieces.map((list) => list.length));
  return Array.from({ length: count }, (_, part) =>
    row.map((cell, column) => ({ ...cell, text: pieces[column]?.[part] ?? '' })),
  );
}

function addRow(canvas: PageCanvas, table: Structure, cells: Cell[], line: Line): void {
  const top = canvas.y;
  const height = rowHeight(canvas, cells);
  const tagged = cells.map((cell) => canvas.element(cell.tag, () => drawCell(canvas, cell, top), cell.scope));
  table.add(canvas.element('TR', tagged));
  closeRow(canvas, top + height, line);
}

function drawCell(canvas: PageCanvas, cell: Cell, top: number): void {
  canvas.y = top + PADDING;
  canvas.text(cell.text, cell.style, cell.x, cell.width);
}

function closeRow(canvas: PageCanvas, y: number, line: Line): void {
  canvas.y = y;
  canvas.rule(y, line.colour, line.thickness);
}

function rowHeight(canvas: PageCanvas, cells: Cell[]): number {
  return Math.max(...cells.map((cell) => canvas.heightOf(cell.text || ' ', cell.style, cell.width))) + 2 * PADDING;
}

/** Points that the longest word of a column takes. */
function widestWord(canvas: PageCanvas, text: string): number {
  const words = new Set(text.split(/\s+/));
  return Math.ceil(Math.max(...[...words].map((word) => canvas.widthOf(word, STYLES.cell))));
}

function columnSpans(canvas: PageCanvas, shares: number[], needed: number[]): { x: number; width: number }[] {
  const widths = columnWidths(shares, needed, canvas.width - GUTTER * (shares.length - 1));
  let x: number = canvas.left;
  return widths.map((width) => {
    const place = { x, width };
    x += width + GUTTER;
    return place;
  });
}

function span(spans: { x: number; width: number }[], index: number): { x: number; width: number } {
  return spans[index] ?? { x: 0, width: 1 };
}
