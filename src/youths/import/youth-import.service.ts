import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { hasRole, staffIdOf, type Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { once, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { CprCipher } from '../cpr/cpr-cipher.js';
import { checkLine, type LineCheck } from './check-line.js';
import type { ImportDirectory } from './import-directory.js';
import { youthImportPartReady } from './import-messages.js';
import { putAside } from './import-parts.js';
import { advanceImport, beginImport } from './import-progress.js';
import { landYouths } from './land-youths.js';
import { mergeLines, type MergedLines } from './merge-lines.js';
import { readDirectory } from './read-directory.js';
import { readYouthFile, SYNCHRONOUS_LINES, type FileLine } from './read-youth-file.js';
import { YouthImport } from './youth-import.entity.js';

/** The bytes of a CSV file and the character set that its sender named, if any. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly charset?: string | undefined;
}

/** One import at a time: two that bring the same youth would otherwise both create it. */
export const IMPORT_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('youth_import', 0))";

/** Lines checked before other requests get their turn. */
const LINES_AT_A_TIME = 500;

@Injectable()
export class YouthImportService {
  constructor(
    private readonly db: Database,
    private readonly cipher: CprCipher,
  ) {}

  /**
   * Brings the youths of a file in. Up to 20,000 lines land before the answer; more are put aside, sealed, and land
   * part by part as jobs. Good lines land, bad ones are named. The file is not kept.
   * @throws DomainError invalid, naming the columns, when the file as a whole cannot be read
   */
  async import(actor: Actor, file: SentFile, key: IdempotencyKey | null = null): Promise<YouthImport> {
    const reading = await readYouthFile(file.bytes, file.charset);
    if (!reading.ok) {
      const errors = reading.problems.map(({ column, code, message }) => ({ field: column ?? 'file', code, message }));
      throw invalid(errors, 'Filen kan ikke læses. Ret den, og send den igen.');
    }
    const directory = await this.db.transaction(actor, readDirectory);
    const merged = mergeLines(await checkLines(reading.lines, directory));
    const fileKey = key && { ...key, bodyHash: this.cipher.fingerprint(file.bytes) };
    const id = await this.db.transaction(actor, (tx) =>
      once(tx, fileKey, () => this.store(tx, merged, reading.lines.length)),
    );
    return this.read(actor, id);
  }

  /** The state and outcome of an import, for who sent it and for the secretary. @throws DomainError not_found */
  async read(actor: Actor, importId: string): Promise<YouthImport> {
    const everyones = hasRole(actor, 'meeting_secretary');
    const scope = (alias: string) => ({
      sql: `(:everyones OR ${alias}.importedBy = :importer)`,
      parameters: { everyones, importer: actor.staffId },
    });
    return this.db.transaction(actor, (tx) => tx.find(YouthImport, importId, scope));
  }

  private async store(tx: Tx, { youths, problems, warnings }: MergedLines, totalLines: number): Promise<string> {
    const importing = { importId: newId(), importer: tx.actor };
    const begin = {
      id: importing.importId,
      importedBy: staffIdOf(tx.actor),
      totalLines,
      rejected: problems,
      warnings,
    };
    if (totalLines > SYNCHRONOUS_LINES && youths.length > 0) {
      await beginImport(tx, begin);
      await putAside(tx, this.cipher, importing.importId, youths);
      tx.audit('youths.import_begun', { type: 'youth_import', id: importing.importId });
      tx.enqueue(youthImportPartReady, { importId: importing.importId, part: 0 });
      return importing.importId;
    }
    await tx.query(IMPORT_LOCK);
    const row = await beginImport(tx, begin);
    await advanceImport(tx, row, await landYouths(tx, this.cipher, importing, youths), totalLines, true);
    return importing.importId;
  }
}

async function checkLines(lines: readonly FileLine[], directory: ImportDirectory): Promise<LineCheck[]> {
  const checks: LineCheck[] = [];
  for (const line of lines) {
    checks.push(checkLine(line, directory));
    if (checks.length % LINES_AT_A_TIME === 0) await setImmediate();
  }
  return checks;
}
