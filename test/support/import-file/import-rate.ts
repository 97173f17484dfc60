import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { IMPORT_COLUMNS } from '../../../src/youths/import/import-columns.js';
import { csvOf } from '../../../src/demo/import-file/write-csv.js';
import { generateYouths, type GenerationOptions } from '../../../src/demo/import-file/youth-rows.js';

export interface ImportRate {
  readonly rows: number;
  /** Lines a second that an import lands: read, checked, sealed, with access rows and audit. */
  readonly ours: number;
  /** Lines a second that COPY puts into a bare table of texts. */
  readonly bare: number;
  readonly ratio: number;
}

/**
 * Imports youths that nobody has imported yet and copies the same lines bare; `send` resolves when the import has
 * landed. Another seed for each round: lines that are known already would write nothing.
 */
export async function importRate(
  options: GenerationOptions & { databaseUrl: string; send: (file: Buffer) => Promise<unknown> },
): Promise<ImportRate> {
  const rows = generateYouths(options).flatMap((youth) => youth.rows);
  const file = Buffer.from(csvOf(rows));
  const ours = rows.length / (await seconds(() => options.send(file)));
  const bare = rows.length / (await copySeconds(file, options.databaseUrl));
  return { rows: rows.length, ours, bare, ratio: ours / bare };
}

async function copySeconds(file: Buffer, databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`CREATE TEMP TABLE bare (${IMPORT_COLUMNS.map((column) => `${column} text`).join(', ')})`);
    const copy = `COPY bare FROM STDIN WITH (FORMAT csv, DELIMITER ';', HEADER true)`;
    return await seconds(() => pipeline(Readable.from([file]), client.query(copyFrom(copy))));
  } finally {
    await client.end();
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
