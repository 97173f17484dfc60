import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import { decodeFile } from '../../platform/csv/decode-file.js';
import { IMPORT_COLUMNS, readHeader, type FileProblem, type ImportColumn } from './import-columns.js';

/** Files with more lines than this run as a job; the request answers at once. */
export const SYNCHRONOUS_LINES = 20_000;
/** Files with more lines than this are refused: a whole municipality's youths fit many times over. */
const MAX_LINES = 100_000;

const SLICE_BYTES = 64 * 1024;
const MAX_LINE_CHARACTERS = 20_000;

/** One line of the file by column; a cell that is not there is ''. `line` counts from 1, the header included. */
export interface FileLine {
  line: number;
  cells: Readonly<Record<ImportColumn, string>>;
  /** The line has more filled cells than the header has columns. */
  surplus: boolean;
}

/** A line in which no cell is filled. */
export function emptyCells(): Record<ImportColumn, string> {
  return Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, ''])) as Record<ImportColumn, string>;
}

export type FileReading = { ok: true; lines: FileLine[] } | { ok: false; problems: FileProblem[] };

/**
 * Reads the bytes of a CSV file: UTF-8 or Windows-1252, `;` or `,`, any line ending, quoted cells. Blank lines are
 * skipped. The work is cut into slices, so that other requests get their turn.
 */
export async function readYouthFile(bytes: Uint8Array, charset?: string): Promise<FileReading> {
  const decoded = decodeFile(bytes, charset);
  if (decoded === null) {
    return refused('encoding_unknown', 'Vi kan ikke læse filens tegn. Gem den som CSV UTF-8, og prøv igen.');
  }
  const text = decoded.replace(/\r\n?/g, '\n');
  const content = text.trimStart();
  if (content === '') return refused('file_empty', 'Filen er tom. Vælg en fil med kolonnenavne og mindst én linje.');
  return readLines(content, lineBreaks(text.slice(0, text.length - content.length)));
}

async function readLines(text: string, linesBefore: number): Promise<FileReading> {
  const reader = new LineReader(linesBefore);
  try {
    await pipeline(Readable.from(slices(Buffer.from(text, 'utf8'))), newParser(text, reader).resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(
      'quotes_broken',
      `Et citationstegn efter linje ${reader.lastLine} er ikke afsluttet. Ret filen, og prøv igen.`,
    );
  }
  return reader.reading();
}

/** Hands each record to the reader and emits none: records still buffered would be lost with the first error. */
function newParser(text: string, reader: LineReader): Parser {
  return parse({
    delimiter: delimiterOf(text),
    record_delimiter: '\n',
    max_record_size: MAX_LINE_CHARACTERS,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    on_record: (record: string[], { lines }) => {
      reader.take(record, lines);
      return null;
    },
  });
}

async function* slices(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES);
    await setImmediate();
  }
}

class LineReader {
  lastLine: number;
  private columns: readonly ImportColumn[] | null = null;
  private problems: FileProblem[] = [];
  private readonly lines: FileLine[] = [];

  constructor(private readonly linesBefore: number) {
    this.lastLine = linesBefore;
  }

  /** Takes the record that ends on line `endLine` of the text. */
  take(record: readonly string[], endLine: number): void {
    this.lastLine = this.linesBefore + endLine;
    if (this.problems.length > 0) return;
    if (this.columns === null) this.takeHeader(record);
    else if (this.lines.length === MAX_LINES) this.problems = [tooManyLines()];
    else this.lines.push(this.fileLine(record, this.columns));
  }

  reading(): FileReading {
    return this.problems.length > 0 ? { ok: false, problems: this.problems } : { ok: true, lines: this.lines };
  }

  private takeHeader(record: readonly string[]): void {
    const header = readHeader(record);
    if (header.ok) this.columns = header.columns;
    else this.problems = header.problems;
  }

  private fileLine(record: readonly string[], columns: readonly ImportColumn[]): FileLine {
    const cells = emptyCells();
    columns.forEach((column, at) => {
      cells[column] = cleanCell(record[at] ?? '');
    });
    const surplus = record.slice(columns.length).some((cell) => cell.trim() !== '');
    return { line: this.lastLine - lineBreaks(record.join('')), cells, surplus };
  }
}

function delimiterOf(text: string): ';' | ',' {
  const header = text
    .split('\n', 1)
    .join('')
    .replace(/"[^"]*"/g, '');
  return header.split(';').length >= header.split(',').length ? ';' : ',';
}

function cleanCell(cell: string): string {
  return cell.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function tooManyLines(): FileProblem {
  return {
    code: 'too_many_lines',
    message: `Filen har mere end ${MAX_LINES.toLocaleString('da-DK')} linjer. Del den i flere filer.`,
  };
}

function refused(code: FileProblem['code'], message: string): FileReading {
  return { ok: false, problems: [{ code, message }] };
}
