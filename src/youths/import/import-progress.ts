import { refreshStatistics } from '../../platform/database/refresh-statistics.js';
import type { Tx } from '../../platform/database/tx.js';
import { youthsImported } from '../youth-events.js';
import type { LineProblem, LineWarning } from './import-problem.js';
import type { Landed } from './land-youths.js';
import { YouthImport } from './youth-import.entity.js';

/** Writes the row of an import that begins; the lines that cannot land are known from the start. */
export async function beginImport(
  tx: Tx,
  begin: { id: string; importedBy: string; totalLines: number; rejected: LineProblem[]; warnings: LineWarning[] },
): Promise<YouthImport> {
  const processedLines = new Set(begin.rejected.map(({ line }) => line)).size;
  const counts = { processedLines, created: 0, updated: 0, unchanged: 0 };
  const row = Object.assign(new YouthImport(), begin, counts, {
    state: 'running',
    startedAt: tx.now,
    finishedAt: null,
  });
  await tx.manager.insert(YouthImport, row);
  return row;
}

/** Adds what came of some lines, and closes the import when they were the last. */
export async function advanceImport(
  tx: Tx,
  row: YouthImport,
  landed: Landed,
  lines: number,
  last: boolean,
): Promise<void> {
  row.processedLines += lines;
  row.created += landed.created.length;
  row.updated += landed.updated.length;
  row.unchanged += landed.unchanged;
  row.rejected = [...row.rejected, ...landed.rejected].sort((a, b) => a.line - b.line);
  row.warnings = [...row.warnings, ...landed.warnings].sort((a, b) => a.line - b.line);
  if (last) Object.assign(row, { state: 'done', finishedAt: tx.now, processedLines: row.totalLines });
  await tx.save(row);
  audit(tx, row, landed, last);
  auditGuarded(tx, row, landed);
  if (last && row.created + row.updated > 0) {
    await refreshStatistics(tx, row.created + row.updated);
    tx.enqueue(youthsImported, { importId: row.id });
  }
}

function audit(tx: Tx, row: YouthImport, landed: Landed, last: boolean): void {
  const { id, created, updated, unchanged } = row;
  tx.audit(last ? 'youths.imported' : 'youths.import_advanced', {
    type: 'youth_import',
    id,
    youthIds: [...landed.created, ...landed.updated],
    detail: { created, updated, unchanged, rejectedLines: new Set(row.rejected.map(({ line }) => line)).size },
  });
}

/** Whose protection the file has lifted, and about whom the importer was refused: that tells that they are known. */
function auditGuarded(tx: Tx, { id }: YouthImport, { unprotected, refused }: Landed): void {
  if (unprotected.length > 0) tx.audit('protection.lifted', { type: 'youth_import', id, youthIds: unprotected, ground: 'import' });
  if (refused.length === 0) return;
  tx.audited.push({ action: 'access.denied', subject: { type: 'youth_import', id, youthIds: refused, detail: { code: 'other_unit' } }, outcome: 'denied' });
}
