import type { Reader } from '../database/tx.js';
import { KEY_ID_PLACE, keyId } from './sealed-bytes.js';
import type { SealedColumn } from './sealed-column.js';

/** How many values are sealed with which key. */
export interface SealedCount {
  readonly newest: number;
  /** With another key of the list: they wait to be sealed anew, and need their key until then. */
  readonly older: number;
  /** With a key that is not in the list: nobody can read them. */
  readonly lost: number;
}

interface KeyCount {
  readonly keyId: Buffer;
  readonly count: number;
}

/** Counts the values of the columns, in one statement that reads them all. @param keys the newest first */
export async function countSealed(tx: Reader, keys: readonly Buffer[], columns: readonly SealedColumn[]): Promise<SealedCount> {
  const ids = columns.map(({ table, column }) => `SELECT substring(${column} FROM ${KEY_ID_PLACE}) AS id FROM ${table}`);
  const found = await tx.query<KeyCount>(`SELECT id AS "keyId", count(*)::int AS count FROM (${ids.join(' UNION ALL ')}) sealed GROUP BY id`);
  const [newest, ...older] = keys.map(keyId);
  const sum = (belongs: (id: Buffer) => boolean): number => found.filter((each) => belongs(each.keyId)).reduce((total, { count }) => total + count, 0);
  const isNewest = (id: Buffer): boolean => newest?.equals(id) ?? false;
  const isOlder = (id: Buffer): boolean => !isNewest(id) && older.some((each) => each.equals(id));
  return { newest: sum(isNewest), older: sum(isOlder), lost: sum((id) => !isNewest(id) && !isOlder(id)) };
}
