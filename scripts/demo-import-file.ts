import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseCalendarDate } from '../src/platform/clock/calendar-date.js';
import { dateAt } from '../src/platform/clock/zone.js';
import { DEMO_FILE_ORGANISATION } from '../src/demo/import-file/demo-file-organisation.js';
import { exampleRows } from '../src/demo/import-file/example-rows.js';
import { csvOf, windows1252 } from '../src/demo/import-file/write-csv.js';
import type { FileRow } from '../src/demo/import-file/file-row.js';
import { generateYouths, type GenerationOptions } from '../src/demo/import-file/youth-rows.js';

const HELP = `npm run demo:import-file -- --youths 1904 [--seed 1] [--today 2026-11-24]
  [--example] [--out ungdom.csv] [--encoding utf-8|windows-1252]
Writes invented youths as a CSV file for POST /api/v1/youth-imports; the same seed and day give the same file.
With --example: forty lines, two of them there once the file of the same seed is in, and three with a fault.
Without --out the file goes to standard output.
`;

/** Writes the file that the arguments ask for. Throws an error that says what is wrong with them. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      youths: { type: 'string', default: '1904' },
      seed: { type: 'string', default: '1' },
      today: { type: 'string' },
      out: { type: 'string' },
      encoding: { type: 'string', default: 'utf-8' },
      example: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const today = values.today === undefined ? dateAt(new Date()) : parseCalendarDate(values.today);
  const options = { seed: wholeNumber('seed', values.seed), today, organisation: DEMO_FILE_ORGANISATION };
  const rows = values.example ? exampleRows(options) : generatedRows(wholeNumber('youths', values.youths), options);
  const bytes = encoded(csvOf(rows), values.encoding);
  if (values.out === undefined) {
    process.stdout.write(bytes);
    return;
  }
  await writeFile(values.out, bytes);
  process.stdout.write(`${values.out}: ${new Set(rows.map(({ cpr }) => cpr)).size} unge, ${rows.length} linjer\n`);
}

function generatedRows(youths: number, options: Omit<GenerationOptions, 'youths'>): FileRow[] {
  return generateYouths({ ...options, youths }).flatMap((youth) => youth.rows);
}

function encoded(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'windows-1252') return windows1252(text);
  throw new RangeError('--encoding is utf-8 or windows-1252');
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new RangeError(`--${option} is a whole number`);
  return Number(text);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n\n${HELP}`);
  process.exitCode = 1;
});
