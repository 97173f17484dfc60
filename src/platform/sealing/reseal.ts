import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '../database/actor.js';
import type { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { countSealed, type SealedCount } from './count-sealed.js';
import { KEY_ID_PLACE, keyId, openSealed, seal } from './sealed-bytes.js';
import { nameOfColumn, placeOf, type SealedColumn } from './sealed-column.js';

/** Rows of one transaction: others wait for them some milliseconds at most. */
const BATCH = 200;
/** Rows that somebody holds are passed by and looked for again so often. */
const ROUNDS = 5;
const PAUSE_MS = 1_000;

type Key = ReadonlyArray<string | number>;
type SealedRow = Readonly<Record<string, string | number>> & { readonly sealed: Buffer };

export interface ResealReport {
  readonly resealed: number;
  /** 'table id' of values whose key is there and that do not open all the same: they were changed by others. */
  readonly broken: readonly string[];
  /** How all of them are sealed in the end. */
  readonly count: SealedCount;
}

export interface ResealOptions {
  /** Told after each batch how many values of the column have been sealed anew. */
  readonly told?: (column: string, resealed: number) => void;
  /** Ends the work after the batch under way; what is done stays done. */
  readonly signal?: AbortSignal;
}

/**
 * Seals with the newest key what is sealed with an older one: in batches, each in a transaction of its own with a line in the
 * trail, past rows that somebody else holds. May be broken off at any moment and started again, also by two at once.
 * @param keys the newest first, and all those that values may be sealed with
 * @throws DomainError unavailable when the database is
 */
export async function reseal(db: Database, keys: readonly Buffer[], columns: readonly SealedColumn[], options: ResealOptions = {}): Promise<ResealReport> {
  const broken = new Set<string>();
  let resealed = 0;
  for (const column of columns) {
    const work = new ColumnResealing(db, keys, column, broken);
    for (let round = 1; round <= ROUNDS && !options.signal?.aborted; round += 1) {
      await work.round(options);
      if (!(await work.isLeft())) break;
      await pause(PAUSE_MS);
    }
    resealed += work.resealed;
  }
  const count = await db.transaction(systemActor(), (tx) => countSealed(tx, keys, columns));
  return { resealed, broken: [...broken], count };
}

/** One column on its way to the newest key. */
class ColumnResealing {
  resealed = 0;
  private readonly fields: readonly string[];
  private readonly olderIds: readonly Buffer[];

  constructor(
    private readonly db: Database,
    private readonly keys: readonly Buffer[],
    private readonly column: SealedColumn,
    private readonly broken: Set<string>,
  ) {
    this.fields = Object.keys(column.key);
    this.olderIds = keys.slice(1).map(keyId);
  }

  /** From the first row to the last. */
  async round({ told, signal }: ResealOptions): Promise<void> {
    for (let last: Key | null = null, ended = false; !ended && !signal?.aborted; ) {
      const batch = await this.db.transaction(systemActor(), (tx) => this.batch(tx, last));
      batch.broken.forEach((row) => this.broken.add(row));
      this.resealed += batch.resealed;
      if (batch.resealed > 0) told?.(nameOfColumn(this.column), this.resealed);
      last = batch.last;
      ended = last === null;
    }
  }

  /** True while rows are under an older key that could be opened: somebody held them. */
  async isLeft(): Promise<boolean> {
    const { older } = await this.db.transaction(systemActor(), (tx) => countSealed(tx, this.keys, [this.column]));
    return older > [...this.broken].filter((row) => row.startsWith(`${this.column.table} `)).length;
  }

  private async batch(tx: Tx, after: Key | null): Promise<{ last: Key | null; resealed: number; broken: string[] }> {
    const rows = await this.take(tx, after);
    const fresh: Array<{ key: Key; sealed: Buffer }> = [];
    const broken: string[] = [];
    for (const row of rows) {
      const key = this.fields.map((field) => row[field] ?? '');
      const sealed = this.sealedAnew(key, row.sealed);
      if (sealed === null) broken.push(`${this.column.table} ${key.join(' ')}`);
      else fresh.push({ key, sealed });
    }
    if (fresh.length > 0) await this.write(tx, fresh);
    const last = rows.at(-1);
    return { last: last === undefined ? null : this.fields.map((field) => last[field] ?? ''), resealed: fresh.length, broken };
  }

  /** The next rows under an older key, locked until the transaction ends. */
  private take(tx: Tx, after: Key | null): Promise<SealedRow[]> {
    const { table, column, key } = this.column;
    const fields = this.fields.join(', ');
    const from = this.fields.map((field, i) => `$${i + 2}::${key[field]}`).join(', ');
    return tx.query<SealedRow>(
      `SELECT ${fields}, ${column} AS sealed FROM ${table} WHERE substring(${column} FROM ${KEY_ID_PLACE}) = ANY ($1::bytea[])
         ${after === null ? '' : `AND (${fields}) > (${from})`} ORDER BY ${fields} LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`,
      [this.olderIds, ...(after ?? [])],
    );
  }

  /** Null when the value does not open: its bytes, or its row, are not those of then. */
  private sealedAnew(key: Key, sealed: Buffer): Buffer | null {
    const place = placeOf(this.column, ...key);
    try {
      return seal(this.keys, place, openSealed(this.keys, place, sealed));
    } catch {
      return null;
    }
  }

  private async write(tx: Tx, fresh: ReadonlyArray<{ key: Key; sealed: Buffer }>): Promise<void> {
    const { table, column, key } = this.column;
    const types = this.fields.map((field, i) => `$${i + 2}::${key[field]}[]`).join(', ');
    const same = this.fields.map((field) => `${table}.${field} = fresh.${field}`).join(' AND ');
    await tx.execute(
      `UPDATE ${table} SET ${column} = fresh.sealed FROM unnest($1::bytea[], ${types}) AS fresh (sealed, ${this.fields.join(', ')}) WHERE ${same}`,
      [fresh.map((row) => row.sealed), ...this.fields.map((_, i) => fresh.map((row) => row.key[i]))],
    );
    tx.audit('sealed_values.resealed', { type: 'sealed_column', id: null, detail: { column: nameOfColumn(this.column), rows: fresh.length } });
  }
}
