import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { KEYS, type Keys } from '../src/platform/config/key-prints.js';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';

export const DATA_DIR = process.env['DATA_DIR'] ?? '.data';

export interface OpenDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** The database of DATABASE_URL, else the local one in DATA_DIR: also while `npm start` runs on it, else for as long as it is needed. */
export async function openDatabase(): Promise<OpenDatabase> {
  const running = process.env['DATABASE_URL'] || (await runningEmbeddedPostgres(DATA_DIR));
  if (running) return { url: running, close: async () => undefined };
  const embedded = await startEmbeddedPostgres({ dataDir: DATA_DIR });
  return { url: embedded.url, close: () => embedded.stop() };
}

/** The keys of the environment, else those that `npm start` has made; none when there are neither. */
export async function knownKeys(): Promise<Keys> {
  const made: Keys = await readFile(path.join(DATA_DIR, 'secrets.json'), 'utf8').then((text) => JSON.parse(text) as Keys, () => ({}));
  return Object.fromEntries(KEYS.map((name) => [name, process.env[name] || made[name]]));
}
