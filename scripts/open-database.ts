import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { KEYS, type Keys } from '../src/platform/config/key-prints.js';
import { hasCluster } from '../src/platform/database/embedded/cluster.js';
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

/**
 * The same where there is one with our schema; makes nothing.
 * @throws Error that says which setting leads elsewhere
 */
export async function openFilledDatabase(): Promise<OpenDatabase> {
  if (!process.env['DATABASE_URL'] && !(await hasCluster(DATA_DIR))) {
    throw new Error(`Der er ingen database i ${path.resolve(DATA_DIR)}. Sæt DATA_DIR til mappen, som den ligger i, eller DATABASE_URL til dens adresse. Intet er lavet.`);
  }
  const database = await openDatabase();
  try {
    await refuseEmpty(database.url);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function refuseEmpty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect().catch((error: unknown) => {
      throw new Error('Databasen lader os ikke komme ind. Kører den, og er DATABASE_URL rigtig?', { cause: error });
    });
    const { rows: [found] } = await client.query<{ made: boolean }>("SELECT to_regclass('public.migrations') IS NOT NULL AS made");
    if (found?.made !== true) throw new Error('Databasen er tom. Er det den rigtige, som DATABASE_URL eller DATA_DIR fører til?');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The keys of the environment, else those that `npm start` has made; none when there are neither. */
export async function knownKeys(): Promise<Keys> {
  const made: Keys = await readFile(path.join(DATA_DIR, 'secrets.json'), 'utf8').then((text) => JSON.parse(text) as Keys, () => ({}));
  return Object.fromEntries(KEYS.map((name) => [name, process.env[name] || made[name]]));
}

/** Does what a command is for; what it refuses is said in its own words, and it ends with 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
