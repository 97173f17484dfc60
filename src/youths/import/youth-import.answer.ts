import type { LineProblem, LineWarning } from './import-problem.js';
import type { YouthImport, YouthImportState } from './youth-import.entity.js';

/** What the API tells of an import: counts in youths, findings by line and column, no value of the file. */
export interface YouthImportAnswer {
  readonly id: string;
  readonly state: YouthImportState;
  readonly totalLines: number;
  readonly processedLines: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly LineProblem[];
  readonly warnings: readonly LineWarning[];
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** How far an import is, and what became of each line that did not go in; names lines and columns, never values. */
export function toAnswer(row: YouthImport): YouthImportAnswer {
  const { id, state, totalLines, processedLines, created, updated, unchanged, rejected, warnings } = row;
  return {
    id,
    state,
    totalLines,
    processedLines,
    created,
    updated,
    unchanged,
    rejected,
    warnings,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
