import { readSheet } from '../../../test/support/read-sheet.js';
import { writeSheet } from './write-sheet.js';

const COLUMNS = [{ heading: 'Navn', width: 20 }, { heading: 'Født', width: 12 }, { heading: 'Alder', width: 8 }];

describe('a spreadsheet', () => {
  it('holds headings, texts, days and numbers', async () => {
    const { rows } = readSheet(await writeSheet('Unge', COLUMNS, [['Ærø Ågård <b>', '2026-12-09', 16], ['', '1900-03-01', 0]]));
    expect(rows[0]).toEqual(['Navn', 'Født', 'Alder']);
    expect(rows[1]).toEqual(['Ærø Ågård <b>', '46365', '16']); // days since 30 December 1899
    expect(rows[2]?.slice(-2)).toEqual(['61', '0']);
  });

  it('never holds a formula, whatever people wrote', async () => {
    const written = ['=1+1', '+45 12', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://127.0.0.1")'];
    const { rows, formulas } = readSheet(await writeSheet('Unge', COLUMNS.slice(0, 1), written.map((text) => [text])));
    expect(formulas).toBe(0);
    expect(rows.slice(1).flat()).toEqual(written);
  });
});
