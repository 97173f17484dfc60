import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { BackupTable } from './backup-tables.js';

/**
 * A backup is one gzip file of text lines: a first line, for each table a line with its name and columns, its rows as
 * PostgreSQL's COPY writes them and the line `\.`, and a last line with the number of rows and a checksum of each table.
 */
export const FORMAT = 'overgang-backup-1';
export const END_OF_TABLE = '\\.';

export interface BackupHead {
  readonly format: typeof FORMAT;
  readonly madeAt: string;
  /** Migrations that the database has had, oldest first: the version of its schema. */
  readonly schema: readonly string[];
  /** Tells whether a key is the one of then, and nothing of the key. */
  readonly keyPrints: Readonly<Record<string, string>>;
}

export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}

export type BackupEnd = Readonly<Record<string, TableSum>>;

/** What is read of a backup, in its order. */
export type BackupPart =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'table'; readonly table: BackupTable }
  | { readonly kind: 'row'; readonly line: Buffer }
  | { readonly kind: 'end'; readonly end: BackupEnd };

/** Adds up what a table holds while it passes by. */
export class Sum {
  private readonly hash = createHash('sha256');
  private rows = 0;

  /** Any piece of a table's rows; each row ends with a line feed, and COPY writes no other. */
  add(piece: Buffer): void {
    this.hash.update(piece);
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) this.rows += 1;
  }

  /** Of all pieces so far; may be asked once. */
  result(): TableSum {
    return { rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

/**
 * Reads a backup from its first line to its last, some rows at a time.
 * @throws Error when it is no backup of ours or ends too early
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  let inTable = false;
  let ended = false;
  let first = true;
  for await (const line of linesOf(file)) {
    if (inTable) {
      inTable = !line.equals(Buffer.from(`${END_OF_TABLE}\n`));
      if (inTable) yield { kind: 'row', line };
      continue;
    }
    const said = JSON.parse(line.toString('utf8')) as { format?: string; table?: BackupTable; end?: BackupEnd };
    if (first && said.format !== FORMAT) throw new Error('Filen er ikke en sikkerhedskopi, som denne udgave kan læse.');
    if (first) yield { kind: 'head', head: said as unknown as BackupHead };
    first = false;
    if (said.table !== undefined) yield { kind: 'table', table: said.table };
    if (said.end !== undefined) yield { kind: 'end', end: said.end };
    inTable = said.table !== undefined;
    ended ||= said.end !== undefined;
  }
  if (!ended) throw new Error('Sikkerhedskopien er afbrudt: slutningen mangler.');
}

/** Lines with their line feed. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  const text = createGunzip();
  createReadStream(file).on('error', (error) => text.destroy(error)).pipe(text);
  for await (const chunk of text as AsyncIterable<Buffer>) {
    const piece = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, from)) {
      yield piece.subarray(from, at + 1);
      from = at + 1;
    }
    rest = Buffer.from(piece.subarray(from));
  }
}
