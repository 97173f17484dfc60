import { addDays, parseCalendarDate } from '../../platform/clock/calendar-date.js';
import type { FileRow } from './file-row.js';
import { generateYouths, type GenerationOptions } from './youth-rows.js';

const ROWS = 40;
const KNOWN = 2;
/** Far from the seeds that people choose, so that the other youths are new ones. */
const SEED_OF_OTHERS = 1_000_000;

/**
 * Forty lines to try the import with: the first two youths of the file with the same seed, who are there already once
 * that file is in; three faults (birth date against CPR, unknown e-mail, unknown unit); 35 new youths.
 */
export function exampleRows({ seed, today, organisation }: Omit<GenerationOptions, 'youths'>): FileRow[] {
  const known = firstRows({ youths: KNOWN, seed, today, organisation });
  const others = firstRows({ youths: ROWS, seed: seed + SEED_OF_OTHERS, today, organisation });
  const rows = [...known, ...others.filter(({ cpr }) => !known.some((row) => row.cpr === cpr))].slice(0, ROWS);
  return rows.map((row, at) => ({ ...row, ...FAULTS[at]?.(row) }));
}

const FAULTS: Readonly<Record<number, (row: FileRow) => FileRow>> = {
  6: ({ foedselsdato = '' }) => ({ foedselsdato: addDays(parseCalendarDate(foedselsdato), 1) }),
  17: () => ({ koordinator_email: 'ukendt@noerreborg.example' }),
  29: () => ({ afdeling: 'Rådhusbetjentene' }),
};

function firstRows(options: GenerationOptions): FileRow[] {
  return generateYouths(options).flatMap((youth) => youth.rows.slice(0, 1));
}
