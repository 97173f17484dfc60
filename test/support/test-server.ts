import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { onDatabase } from './test-url.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** What decides the contents of a fresh database: another hash of these makes another template. */
const TEMPLATE_SOURCES = ['migrations', 'src/platform/database/migrate.ts'];

interface TestServer {
  stop(): Promise<void>;
}

/**
 * Uses the server of TEST_DATABASE_URL, else starts a throw-away one in `dataDir`, and sees to it that it has a migrated
 * template. The test files find both in the environment (see database.ts).
 */
export async function startTestServer(dataDir: string): Promise<TestServer> {
  const external = process.env.TEST_DATABASE_URL;
  const own = external ? undefined : await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 300 });
  const url = external ?? own?.url ?? '';
  try {
    process.env.OVERGANG_TEST_SERVER = url;
    process.env.OVERGANG_TEST_TEMPLATE = await ensureTemplate(url);
  } catch (error) {
    await own?.stop();
    throw error;
  }
  return { stop: async () => own?.stop() };
}

/** Several runs may share a server: the first makes the template under a lock, the others wait and use it. */
async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = `overgang_template_${await templateHash()}`;
  const client = new pg.Client({ connectionString: onDatabase(serverUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('overgang template'))`);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (found.rowCount === 0) await makeTemplate(client, serverUrl, name);
  } finally {
    await client.end();
  }
  return name;
}

async function makeTemplate(client: pg.Client, serverUrl: string, name: string): Promise<void> {
  const { migrate } = await import('../../src/platform/database/migrate.js');
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`); // left unfinished by a run that was stopped
  await client.query(`CREATE DATABASE ${name}`);
  await migrate(onDatabase(serverUrl, name));
  await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
}

async function templateHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of TEMPLATE_SOURCES) {
    for (const file of await filesOf(join(PROJECT, source))) {
      hash.update(file.slice(PROJECT.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

async function filesOf(path: string): Promise<string[]> {
  if (path.endsWith('.ts')) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}
