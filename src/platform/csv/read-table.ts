import { CsvError, parse } from 'csv-parse/sync';
import { decodeFile } from './decode-file.js';

export interface TableLine {
  /** Counts from 1, the header included. */
  readonly line: number;
  /** Cells by column name in lower case; a cell that is not there is ''. */
  readonly cells: Readonly<Record<string, string>>;
}

export type TableReading = { readonly ok: true; readonly columns: readonly string[]; readonly lines: readonly TableLine[] } | { readonly ok: false; readonly message: string };

/** Reads a small CSV file whole: UTF-8 or Windows-1252, `;` or `,`, a header line, blank lines skipped. */
export function readTable(bytes: Uint8Array): TableReading {
  const text = decodeFile(bytes)?.replace(/\r\n?/g, '\n');
  if (text === undefined) return { ok: false, message: 'Vi kan ikke læse filens tegn. Gem den som CSV UTF-8, og prøv igen.' };
  const header = text.split('\n', 1)[0] ?? '';
  try {
    const records = parse(text, {
      delimiter: header.split(';').length >= header.split(',').length ? ';' : ',', info: true, relax_column_count: true, skip_empty_lines: true, trim: true,
    }) as unknown as Array<{ record: string[]; info: { lines: number } }>;
    const [first, ...rest] = records;
    if (first === undefined) return { ok: false, message: 'Filen er tom. Vælg en fil med kolonnenavne og mindst én linje.' };
    const columns = first.record.map((name) => name.toLowerCase());
    const cellsOf = (record: readonly string[]): Record<string, string> => Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']));
    return { ok: true, columns, lines: rest.map(({ record, info }) => ({ line: info.lines, cells: cellsOf(record) })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, message: `Et citationstegn omkring linje ${error.lines ?? '?'} er ikke afsluttet. Ret filen, og prøv igen.` };
  }
}
