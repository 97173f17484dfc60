import { DEMO_FILE_ORGANISATION } from '../../src/demo/import-file/demo-file-organisation.js';
import { csvOf } from '../../src/demo/import-file/write-csv.js';
import type { FileRow } from '../../src/demo/import-file/file-row.js';
import { generateYouths } from '../../src/demo/import-file/youth-rows.js';
import { addDays, addYears, type CalendarDate } from '../../src/platform/clock/calendar-date.js';

/** The number of TULU youths in KL's report of 2016: a whole municipality's list. */
export const YOUTHS = 1_904;

/** A file of 1,903 generated youths and one whom the drive follows; the same for the same seed and day. */
export function smokeFile(today: CalendarDate, seed: number): { csv: Buffer; lines: number; youth: { cpr: string; name: string } } {
  const generated = generateYouths({ youths: YOUTHS - 1, seed, today, organisation: DEMO_FILE_ORGANISATION }).flatMap((youth) => youth.rows);
  const row = followedYouth(today, seed);
  const rows = [row, ...generated];
  return { csv: Buffer.from(csvOf(rows)), lines: rows.length, youth: { cpr: row.cpr ?? '', name: `${row.fornavn} ${row.efternavn}` } };
}

/** Placed since 14 and 16 years and 2 months old: a transition meeting is due before 17, with room for a K-møde before it. */
function followedYouth(today: CalendarDate, seed: number): FileRow {
  const birthDate = addDays(addYears(today, -16), -60);
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const serial = String(4_000 + (seed % 5_000)).padStart(4, '0');
  return {
    cpr: `${Number(day) + 60}${month}${year.slice(2)}-${serial}`, fornavn: 'Asta', efternavn: 'Prøvestad', foedselsdato: birthDate,
    afdeling: DEMO_FILE_ORGANISATION.youth.unit, koordinator_email: 'freja@noerreborg.example',
    indsats: 'Anbringelse i plejefamilie', lov: 'barnets lov', paragraf: '§ 47', fra: addDays(today, -400),
  };
}
