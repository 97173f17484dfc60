import { createHash } from 'node:crypto';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { reachableFrom, sourceFiles } from './source-files.js';
import { testConfig } from './test-config.js';
import { onDatabase } from './test-url.js';

interface TestServer {
  stop(): Promise<void>;
}

/**
 * Uses the server of TEST_DATABASE_URL, else starts a throw-away one in `dataDir`, and sees to it that it has a
 * migrated template with the reference data. The test files find both in the environment (see database.ts).
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
  const name = `overgang_template_${templateHash()}`;
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
  const { prepareDatabase } = await import('../../src/prepare-database.js');
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`); // left unfinished by a run that was stopped
  await client.query(`CREATE DATABASE ${name}`);
  await prepareDatabase(testConfig(onDatabase(serverUrl, name)));
  await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true`);
}

const MIGRATOR = 'src/platform/database/migrate.ts';

/** Of the migrations, the migrator and all code that loads reference data: another hash makes another template. */
function templateHash(): string {
  const src = sourceFiles('src');
  const loaders = src.filter((file) => file.path === MIGRATOR || file.text.includes('@LoadsReferenceData()')).map((file) => file.path);
  const loading = new Set(loaders.flatMap((path) => [...reachableFrom(path, src)]));
  const files = [...sourceFiles('migrations'), ...src.filter((file) => loading.has(file.path.replace(/\.tsx?$/, '')))];
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.path).update(file.text);
  return hash.digest('hex').slice(0, 12);
}
