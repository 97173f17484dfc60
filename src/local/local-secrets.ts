import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type Keys, missingKeys } from '../platform/config/key-prints.js';

/**
 * Keys of a local installation: made at the first start, kept in a file of the data folder that only its owner may read.
 * @param given keys of the environment; what they hold is not made
 * @throws Error when keys are missing and the database has data, which no new key opens
 */
export async function localSecrets(dataDir: string, databaseUrl: string, given: Keys): Promise<Keys> {
  const file = path.join(dataDir, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as Keys;
  const missing = missingKeys(given);
  if (missing.length === 0) return {};
  if (await holdsData(databaseUrl)) throw new Error(`Databasen har data, men nøglerne til dem mangler: ${missing.join(', ')}. Læg den secrets.json, som hører til dem, i ${dataDir}, eller sæt nøglerne, og start igen. Der laves ingen nye.`);
  const made = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString('base64')]));
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
}

/** Whether anything was ever written with a key; a database that has its schema only is still empty. */
async function holdsData(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: [found] } = await client.query<{ made: boolean }>("SELECT to_regclass('public.audit_entry') IS NOT NULL AS made");
    if (found?.made !== true) return false;
    const { rows: [used] } = await client.query<{ used: boolean }>('SELECT EXISTS (SELECT 1 FROM audit_entry) OR EXISTS (SELECT 1 FROM youth) AS used');
    return used?.used !== false;
  } finally {
    await client.end();
  }
}
