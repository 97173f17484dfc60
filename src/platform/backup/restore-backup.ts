import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Keys, keyPrints, missingKeys, otherKeys } from '../config/key-prints.js';
import { type BackupEnd, type BackupHead, readBackup, Sum, type TableSum } from './backup-file.js';
import { type BackupTable, backupTables } from './backup-tables.js';

/** Why a backup is not put in; said to whoever runs the installation. */
export class RestoreRefused extends Error {}

/**
 * Puts a backup into a migrated database that nobody has used, all of it or nothing. What was under way when the backup
 * was made is under way again; what was done stays done.
 * @param url of the database, as its owner
 * @throws RestoreRefused
 */
export async function restoreBackup(url: string, file: string, keys: Keys): Promise<BackupEnd> {
  refuseMissing(keys);
  const { head, end } = await checked(file).catch((error: unknown) => {
    if (error instanceof RestoreRefused) throw error;
    throw new RestoreRefused('Filen er ikke en hel sikkerhedskopi, som denne udgave kan læse.', { cause: error });
  });
  const others = otherKeys(head.keyPrints, keyPrints(keys));
  if (others.length > 0) throw new RestoreRefused(`Nøglerne er ikke dem, som kopien hører til: ${others.join(', ')}. Find de rigtige frem, ellers kan intet læses.`);
  const client = new pg.Client({ connectionString: url, application_name: 'overgang-restore' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await refuseUnfit(client, head);
    await putIn(client, file);
    await client.query(`UPDATE outbox_message SET state = 'pending', lease_until = NULL WHERE state = 'queued'`);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return end;
  } finally {
    await client.end();
  }
}

/** Without its keys a backup could not be read, and new ones would be made for it. @throws RestoreRefused that says what to do */
export function refuseMissing(keys: Keys): void {
  const missing = missingKeys(keys);
  if (missing.length === 0) return;
  throw new RestoreRefused(`Nøglerne mangler: ${missing.join(', ')}. Læg den secrets.json, som hører til kopien, i DATA_DIR, eller sæt nøglerne, og gendan så igen.`);
}

/** Reads the whole file before a row is put in. @throws RestoreRefused when a byte was lost or changed */
async function checked(file: string): Promise<{ head: BackupHead; end: BackupEnd }> {
  let head: BackupHead | null = null;
  let end: BackupEnd = {};
  const sums = new Map<string, Sum>();
  let current: Sum | null = null;
  for await (const part of readBackup(file)) {
    if (part.kind === 'head') head = part.head;
    else if (part.kind === 'table') sums.set(part.table.name, (current = new Sum()));
    else if (part.kind === 'row') current?.add(part.line);
    else end = part.end;
  }
  const found = new Map([...sums].map(([name, sum]) => [name, sum.result()]));
  const damaged = [...new Set([...found.keys(), ...Object.keys(end)])].filter((name) => !same(found.get(name), end[name]));
  if (head === null || damaged.length > 0) throw new RestoreRefused(`Sikkerhedskopien er beskadiget: ${damaged.join(', ')}.`);
  return { head, end };
}

function same(one: TableSum | undefined, other: TableSum | undefined): boolean {
  return one !== undefined && other !== undefined && one.rows === other.rows && one.sha256 === other.sha256;
}

async function refuseUnfit(client: pg.Client, head: BackupHead): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, name');
  const schema = rows.map((row) => row.name);
  if (schema.join() !== head.schema.join()) {
    throw new RestoreRefused(`Databasen har et andet skema (${schema.at(-1) ?? 'intet'}) end kopien (${head.schema.at(-1) ?? 'intet'}). Gendan med den udgave, som kopien er lavet med, og opdatér bagefter.`);
  }
  const { rows: [used] } = await client.query<{ used: boolean }>('SELECT EXISTS (SELECT 1 FROM audit_entry) OR EXISTS (SELECT 1 FROM outbox_message) AS used');
  if (used?.used !== false) throw new RestoreRefused('Databasen er i brug. En sikkerhedskopi lægges kun i en tom database.');
}

/** The dated data that came with the schema gives way to that of the backup. */
async function putIn(client: pg.Client, file: string): Promise<void> {
  const tables = await backupTables(client);
  await client.query(`TRUNCATE ${tables.map((table) => `"${table.name}"`).join(', ')} CASCADE`);
  let rows: Writable | null = null;
  const finish = async (): Promise<void> => {
    if (rows === null) return;
    rows.end();
    await finished(rows);
    rows = null;
  };
  for await (const part of readBackup(file)) {
    if (part.kind === 'row' && rows !== null) await put(rows, part.line);
    if (part.kind !== 'row') await finish();
    if (part.kind === 'table') rows = client.query(copyFrom(textOf(part.table)));
  }
  await finish();
}

function textOf({ name, columns }: BackupTable): string {
  return `COPY "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) FROM STDIN`;
}

async function put(rows: Writable, line: Buffer): Promise<void> {
  if (!rows.write(line)) await once(rows, 'drain');
}
