import { IMPORT_COLUMNS } from '../../youths/import/import-columns.js';
import type { FileRow } from './file-row.js';

/** The rows as CSV text, semicolons and CRLF, cells quoted where they need it. */
export function csvOf(rows: readonly FileRow[], delimiter: ';' | ',' = ';'): string {
  const cells = rows.map((row) => IMPORT_COLUMNS.map((column) => quoted(row[column] ?? '', delimiter)).join(delimiter));
  return `${[IMPORT_COLUMNS.join(delimiter), ...cells].join('\r\n')}\r\n`;
}

/** Text as Windows-1252 bytes; only letters that Latin-1 has too. */
export function windows1252(text: string): Buffer {
  if (/[^\u0000-\u007F\u00A0-\u00FF]/.test(text)) throw new RangeError('a letter outside Latin-1');
  return Buffer.from(text, 'latin1');
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
