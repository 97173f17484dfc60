import { gunzipSync, gzipSync } from 'node:zlib';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Cpr } from '../cpr/cpr.js';
import type { CprCipher } from '../cpr/cpr-cipher.js';
import type { ImportedYouth } from './merge-lines.js';

/** Youths of one part, which lands in one transaction. */
const PART = 1_000;

/** A part that was put aside by an earlier edition has counted its lines only. */
type SealedYouth = Omit<ImportedYouth, 'cpr' | 'lines'> & { cpr: string; lines?: number[] };

/**
 * Puts the checked youths of a large file aside, in parts numbered from 0. They are sealed under the key of the CPR
 * numbers, so that a dump of the database tells nothing, and each part is gone when it has landed.
 */
export async function putAside(
  tx: Tx,
  cipher: CprCipher,
  importId: string,
  youths: readonly ImportedYouth[],
): Promise<number> {
  const parts = Math.ceil(youths.length / PART);
  for (let part = 0; part < parts; part++) {
    const sealed = youths
      .slice(part * PART, (part + 1) * PART)
      .map((youth): SealedYouth => ({ ...youth, cpr: youth.cpr.reveal() }));
    const lines = cipher.sealLines(importId, part, gzipSync(JSON.stringify(sealed)));
    await tx.query(
      'INSERT INTO youth_import_part (import_id, part, lines) VALUES ($1, $2, $3)',
      [importId, part, lines],
      'import-part-insert',
    );
  }
  return parts;
}

/** The youths of a part; the part is deleted with it. Throws not_found when it has landed already. */
export async function takePart(tx: Tx, cipher: CprCipher, importId: string, part: number): Promise<ImportedYouth[]> {
  const [row] = await tx.query<{ lines: Buffer }>(
    'DELETE FROM youth_import_part WHERE import_id = $1 AND part = $2 RETURNING lines',
    [importId, part],
    'import-part-take',
  );
  if (row === undefined) throw notFound();
  const sealed = JSON.parse(gunzipSync(cipher.openLines(importId, part, row.lines)).toString('utf8')) as SealedYouth[];
  return sealed.map((youth) => ({ ...youth, cpr: Cpr.checked(youth.cpr), lines: youth.lines ?? [youth.line] }));
}
