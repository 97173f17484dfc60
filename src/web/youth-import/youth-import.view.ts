import { formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { YouthImport } from '../../youths/import/youth-import.entity.js';

/** So many findings are listed; a file with more has one fault all the way through. */
const MOST_LISTED = 200;

export interface FindingView {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

export interface ImportOutcomeView {
  readonly heading: string;
  readonly counts: readonly { readonly label: string; readonly figure: number }[];
  readonly running: string | null;
  readonly rejected: readonly FindingView[];
  readonly warnings: readonly FindingView[];
  readonly more: string | null;
  readonly began: string;
}

/** What an import did, in words; no finding repeats what stood in the file. */
export function importOutcomeView(row: YouthImport): ImportOutcomeView {
  const running = row.state === 'running';
  const listed = row.rejected.length + row.warnings.length;
  return {
    heading: running ? 'Filen bliver læst ind' : 'Filen er læst ind',
    counts: [
      { label: 'Nye unge', figure: row.created }, { label: 'Opdaterede unge', figure: row.updated }, { label: 'Uændrede', figure: row.unchanged },
      { label: 'Linjer, der ikke kom med', figure: new Set(row.rejected.map(({ line }) => line)).size },
    ],
    running: running ? `${row.processedLines} af ${row.totalLines} linjer er behandlet. Hent siden igen om lidt.` : null,
    rejected: row.rejected.slice(0, MOST_LISTED).map(finding), warnings: row.warnings.slice(0, MOST_LISTED).map(finding),
    more: listed > MOST_LISTED ? `Kun de første ${MOST_LISTED} af hver slags er vist.` : null,
    began: `Startet ${formatDateLongDanish(dateAt(row.startedAt))} kl. ${formatTimeDanish(row.startedAt)}`,
  };
}

function finding({ line, column, message }: { line: number; column: string | null; message: string }): FindingView {
  return { line, column: column ?? 'hele linjen', message };
}
