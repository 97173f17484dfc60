import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { CprCipher } from '../cpr/cpr-cipher.js';
import { youthsImported } from '../youth-events.js';
import { youthImportPartReady } from './import-messages.js';
import { takePart } from './import-parts.js';
import { advanceImport } from './import-progress.js';
import { importerOf } from './importing.js';
import { landYouths } from './land-youths.js';
import { YouthImport } from './youth-import.entity.js';
import { IMPORT_LOCK } from './youth-import.service.js';

/** Lands the parts of large imports, and clears away what never landed. */
@Injectable()
export class YouthImportPartsHandler {
  constructor(private readonly cipher: CprCipher) {}

  /** One part in one transaction; the last one closes the import. After an import was given up nothing lands. */
  @Handles(youthImportPartReady)
  async land(tx: Tx, { importId, part }: { importId: string; part: number }): Promise<void> {
    await tx.query(IMPORT_LOCK);
    const row = await tx.lock(YouthImport, importId);
    if (row.state !== 'running') return;
    const youths = await takePart(tx, this.cipher, importId, part);
    const importing = { importId, importer: await importerOf(tx, row.importedBy) };
    const landed = await landYouths(tx, this.cipher, importing, youths);
    const lines = youths.reduce((count, youth) => count + youth.lines.length, 0);
    const last =
      (await tx.query('SELECT 1 FROM youth_import_part WHERE import_id = $1 LIMIT 1', [importId])).length === 0;
    await advanceImport(tx, row, landed, lines, last);
    if (!last) tx.enqueue(youthImportPartReady, { importId, part: part + 1 });
  }

  /**
   * An import that has not finished after a day is given up, and its waiting lines are deleted. What landed stays, and gets
   * its deadlines and earlier meetings as after an import that ended.
   */
  @Scheduled({ name: 'youth-imports.give-up', everySeconds: 3_600 })
  async giveUp(tx: Tx): Promise<void> {
    const yesterday = new Date(tx.now.getTime() - 24 * 3_600_000);
    const given = await tx.query<{ id: string }>(
      `UPDATE youth_import SET state = 'failed', finished_at = $1
       WHERE state = 'running' AND started_at < $2 RETURNING id`,
      [tx.now, yesterday],
      'import-give-up',
    );
    const ids = given.map(({ id }) => id);
    await tx.query('DELETE FROM youth_import_part WHERE import_id = ANY ($1::uuid[])', [ids], 'import-give-up-parts');
    for (const id of ids) {
      tx.audit('youths.import_given_up', { type: 'youth_import', id });
      tx.enqueue(youthsImported, { importId: id });
    }
  }
}
