import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { onDatabase } from '../support/test-url.js';

/** The PostgreSQL of one run with the databases that the run has made. */
export interface Databases {
  /** A new database: empty, or with all that another holds, to which nobody may be connected. Returns its address. */
  create(purpose: string, copyOf?: string): Promise<string>;
  /** Drops what was made, and stops the server when it was started here. */
  end(): Promise<void>;
}

/** The server of TEST_DATABASE_URL, else an own one with the settings of `npm start`. */
export async function openDatabases(): Promise<Databases> {
  const external = process.env['TEST_DATABASE_URL'];
  const folder = external === undefined ? await mkdtemp(join(tmpdir(), 'overgang-bench-')) : null;
  const own = folder === null ? null : await startEmbeddedPostgres({ dataDir: folder });
  const url = external ?? own?.url ?? '';
  const run = `overgang_bench_${process.pid}_${randomBytes(3).toString('hex')}`;
  const made: string[] = [];
  const create = async (purpose: string, copyOf?: string): Promise<string> => {
    const name = `${run}_${purpose}`;
    made.push(name);
    await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${copyOf === undefined ? 'template0' : new URL(copyOf).pathname.slice(1)}`);
    return onDatabase(url, name);
  };
  const end = async (): Promise<void> => {
    if (own === null) for (const name of made) await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await own?.stop();
    if (folder !== null) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return { create, end };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: onDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
