import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Keys, keyPrints } from '../config/key-prints.js';
import { type BackupEnd, type BackupHead, END_OF_TABLE, FORMAT, Sum, type TableSum } from './backup-file.js';
import { type BackupTable, backupTables } from './backup-tables.js';

/** The same text for the same value, whatever the server is set to. */
const SETTINGS = "SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex'; SET extra_float_digits = 3; SET client_encoding = 'UTF8'";

/**
 * Writes everything of one moment into one file, while all others go on working. The file bears its name only when it
 * is complete; it holds CPR numbers encrypted and none of the keys.
 * @param url of the database, as its owner
 */
export async function writeBackup(url: string, file: string, keys: Keys): Promise<BackupEnd> {
  const client = new pg.Client({ connectionString: url, application_name: 'overgang-backup' });
  await client.connect();
  const part = `${file}.part`;
  const output = createWriteStream(part, { mode: 0o600, flags: 'wx' });
  const zip = createGzip();
  const written = pipeline(zip, output);
  written.catch(() => undefined); // a full disk is met at the next write, or while that one waits
  try {
    await client.query(SETTINGS);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const end = await writeTables(client, zip, keys);
    zip.end();
    await written;
    await settle(part);
    await rename(part, file);
    return end;
  } catch (error) {
    zip.destroy();
    await written.catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function writeTables(client: pg.Client, zip: Gzip, keys: Keys): Promise<BackupEnd> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, name');
  const head: BackupHead = { format: FORMAT, madeAt: new Date().toISOString(), schema: rows.map((row) => row.name), keyPrints: keyPrints(keys) };
  const end: Record<string, TableSum> = {};
  await write(zip, `${JSON.stringify(head)}\n`);
  for (const table of await backupTables(client)) {
    await write(zip, `${JSON.stringify({ table })}\n`);
    end[table.name] = await writeRows(client, zip, table);
    await write(zip, `${END_OF_TABLE}\n`);
  }
  await write(zip, `${JSON.stringify({ end })}\n`);
  return end;
}

async function writeRows(client: pg.Client, zip: Gzip, { name, columns }: BackupTable): Promise<TableSum> {
  const sum = new Sum();
  const rows = client.query(copyTo(`COPY "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) TO STDOUT`));
  for await (const piece of rows as AsyncIterable<Buffer>) {
    sum.add(piece);
    await write(zip, piece);
  }
  return sum.result();
}

/** A file that has been closed under us, by a full disk for one, would never say that it wants more. */
async function write(zip: Gzip, piece: Buffer | string): Promise<void> {
  if (zip.destroyed) throw zip.errored ?? new Error('the file of the backup is closed');
  if (!zip.write(piece)) await once(zip, 'drain');
}

/** On the disk, not only on its way there. */
async function settle(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync();
  await handle.close();
}
