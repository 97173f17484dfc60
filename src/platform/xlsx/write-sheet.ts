import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { type CalendarDate, isCalendarDate } from '../clock/calendar-date.js';

/** A column with its heading; the width is in characters. */
export interface SheetColumn {
  readonly heading: string;
  readonly width: number;
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A table as a spreadsheet with one sheet, the headings kept in sight. Every cell is text, which no program takes for a formula,
 * but a civil date (YYYY-MM-DD), which becomes a real date, and a number.
 * @param name of the sheet, at most 31 characters
 */
export function writeSheet(name: string, columns: readonly SheetColumn[], rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const headings: Row = columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const }));
  const cells: Row[] = rows.map((row) => row.map(cell));
  return writeXlsxFile([headings, ...cells], { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}

function cell(value: string | number): Row[number] {
  if (typeof value === 'number') return { value, type: Number };
  if (value === '') return null;
  if (isCalendarDate(value)) return { value: startOf(value), type: Date, format: 'dd-mm-yyyy' };
  return { value, type: String, wrap: true };
}

/** A spreadsheet's date has no zone: the start of the day in UTC gives a whole number, so that filters find it. */
function startOf(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
