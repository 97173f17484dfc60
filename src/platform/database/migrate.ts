import { setTimeout as pause } from 'node:timers/promises';
import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { isSqlState } from './postgres-errors.js';

const FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url));
/** One migrator at a time; another waits and then finds nothing to do. */
const MIGRATION_LOCK = 4_120_001;

/** Whoever waits for a table makes all others wait behind it: so a migration waits briefly, makes room and tries again. */
const LOCK_MS = 1_000;
const PAUSE_MS = 500;
const TRIES = 80;
const CONNECT_MS = 10_000;
/** For one statement of a migration, and for waiting until another migrator is done. */
const LONGEST_MS = 900_000;

const CONNECTION = { application_name: 'overgang-migrate', connectionTimeoutMillis: CONNECT_MS, keepAlive: true };

type MigrationClass = new () => MigrationInterface;

/** The migration classes beside this build, oldest first. */
export async function migrationClasses(): Promise<MigrationClass[]> {
  const files = (await readdir(FOLDER)).filter((file) => /^\d+-.*\.(js|ts)$/.test(file)).sort();
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(path.join(FOLDER, file)).href) as Promise<Record<string, MigrationClass>>));
  return modules.flatMap((module) => Object.values(module));
}

/** Brings the database up to the newest schema as its owner, the queue's own tables included. */
export async function migrate(url: string): Promise<void> {
  const lock = new pg.Client({ connectionString: url, options: `-c statement_timeout=${LONGEST_MS}`, ...CONNECTION });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await lock.query(`SET lock_timeout = ${LOCK_MS}`);
    await patiently(() => migrateTables(url));
    await patiently(() => migrateQueue(lock));
  } finally {
    await lock.end();
  }
}

/** @throws Error after two minutes in which somebody always held what a migration needs */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isSqlState(error, '55P03')) throw error;
      if (attempt === TRIES) throw new Error('Andre bruger tabellerne, så de kan ikke ændres nu. Prøv igen på et roligere tidspunkt.', { cause: error });
      await pause(PAUSE_MS);
    }
  }
}

async function migrateTables(url: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres', url, migrations: await migrationClasses(), migrationsTransactionMode: 'each', synchronize: false, logging: false,
    extra: { options: `-c lock_timeout=${LOCK_MS} -c statement_timeout=${LONGEST_MS}`, ...CONNECTION },
  });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

/** The queue lives in a schema of its own; the application role works there, and BullMQ makes a counter per queue by itself. */
async function migrateQueue(client: pg.Client): Promise<void> {
  await client.query('CREATE SCHEMA IF NOT EXISTS bullmq');
  await runMigrations(client, 'bullmq');
  await client.query(`
    GRANT USAGE, CREATE ON SCHEMA bullmq TO overgang_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO overgang_app;
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO overgang_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO overgang_app;
  `);
}
