import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { checkLine } from '../../youths/import/check-line.js';
import { departmentsByCodeAndName, type ImportDirectory } from '../../youths/import/import-directory.js';
import { mergeLines, type MergedLines } from '../../youths/import/merge-lines.js';
import { readYouthFile } from '../../youths/import/read-youth-file.js';
import { DEMO_FILE_ORGANISATION } from './demo-file-organisation.js';
import type { FileUnit } from './file-organisation.js';
import { exampleRows } from './example-rows.js';
import { csvOf, windows1252 } from './write-csv.js';
import { generateYouths, type GeneratedYouth } from './youth-rows.js';

const today = parseCalendarDate('2026-11-24');
const units: FileUnit[] = Object.values(DEMO_FILE_ORGANISATION);
const directory: ImportDirectory = {
  today,
  departments: departmentsByCodeAndName(units.map(({ unit }) => ({ id: unit, code: unit, name: unit }))),
  staff: new Map(units.flatMap(({ staffEmails }) => staffEmails).map((email) => [email, email])),
  importable: null,
};

function generate(youths: number, seed = 1): GeneratedYouth[] {
  return generateYouths({ youths, seed, today, organisation: DEMO_FILE_ORGANISATION });
}

async function read(bytes: Buffer): Promise<MergedLines> {
  const reading = await readYouthFile(bytes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return mergeLines(reading.lines.map((line) => checkLine(line, directory)));
}

describe('the example of forty lines', () => {
  it('has three faults and two youths of the file with the same seed', async () => {
    const rows = exampleRows({ seed: 1, today, organisation: DEMO_FILE_ORGANISATION });
    const known = new Set(generate(2).map((youth) => youth.rows[0]?.cpr));
    const { youths, problems } = await read(windows1252(csvOf(rows)));
    expect([rows.length, youths.length, rows.filter(({ cpr }) => known.has(cpr)).length]).toEqual([40, 37, 2]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [8, 'birth_date_disagrees'],
      [19, 'unknown_email'],
      [31, 'unknown_department'],
    ]);
  });
});

describe('a generated import file', () => {
  const generated = generate(1904);
  const rows = generated.flatMap((youth) => youth.rows);

  it('is the same for the same seed and day, and another for another seed', () => {
    expect(generate(50)).toEqual(generated.slice(0, 50));
    expect(generate(50, 2)).not.toEqual(generate(50));
  });

  it('is read without a fault, in both encodings and with both delimiters', async () => {
    for (const bytes of [Buffer.from(csvOf(rows)), windows1252(csvOf(rows)), Buffer.from(csvOf(rows, ','))]) {
      const { youths, problems, warnings } = await read(bytes);
      expect(youths).toHaveLength(1904);
      expect([problems, warnings]).toEqual([[], []]);
    }
  });

  it('holds replacement numbers only, each once, and youths of 14 to 24 years', () => {
    const numbers = new Set(rows.map(({ cpr }) => cpr));
    expect(numbers.size).toBe(1904);
    for (const cpr of numbers) expect(cpr).toMatch(/^[6-9]\d{5}-[4-9]\d{3}$/);
    expect(generated.every(({ birthDate }) => birthDate > '2001-11-24' && birthDate <= '2012-11-24')).toBe(true);
  });

  it('has one to three measures a youth, begun by the day, and something of everything', () => {
    expect(generated.every((youth) => youth.rows.length >= 1 && youth.rows.length <= 3)).toBe(true);
    expect(rows.every(({ fra }) => fra !== undefined && fra <= today)).toBe(true);
    for (const column of [
      'koordinator_email',
      'til',
      'skole',
      'klassetrin',
      'handlekommune',
      'seneste_overgangsmoede',
      'naeste_moede',
    ] as const) {
      expect(rows.some((row) => row[column]) && rows.some((row) => !row[column])).toBe(true);
    }
    expect(new Set(rows.map(({ beskyttet }) => beskyttet))).toEqual(new Set(['ja', 'nej']));
  });
});
