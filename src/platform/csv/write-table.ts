const DELIMITER = ';';
/** What a spreadsheet may take for the start of a formula, also in full width; a tab or line break hides one. */
const FORMULA_START = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A table as CSV for a spreadsheet: UTF-8 with a byte order mark, `;`, CRLF; no cell is read as a formula. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(DELIMITER)}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = text.split(/(?<=[\n\r;])/).map(asText).join('');
  return /["\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asText(part: string): string {
  return FORMULA_START.test(part) ? `'${part}` : part;
}
