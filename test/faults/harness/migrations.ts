import { DataSource } from 'typeorm';
import { migrationClasses } from '../../../src/platform/database/migrate.js';
import type { DatabaseServer } from './database-server.js';
import type { Stage } from './stage.js';

/** Takes back the newest migrations, down to and including the named one: the database of an older version, with its data. */
export async function revertMigrations(stage: Stage, name: string, database = stage.database): Promise<void> {
  const url = stage.server.url(database);
  const source = await new DataSource({ type: 'postgres', url, migrations: await migrationClasses(), migrationsTransactionMode: 'each', synchronize: false, logging: false }).initialize();
  try {
    const applied = `SELECT name FROM migrations WHERE id >= (SELECT id FROM migrations WHERE name LIKE $1 || '%')`;
    const later: unknown[] = await source.query(applied, [name]);
    if (later.length === 0) throw new Error(`there is no migration ${name}`);
    for (const _ of later) await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
}

/** Takes back the named migration and leaves the newer ones: what is there can go on, and it is the one that the next run makes. */
export async function revertAlone(stage: Stage, name: string): Promise<void> {
  const migration = (await migrationClasses()).find((each) => each.name.startsWith(name));
  if (migration === undefined) throw new Error(`there is no migration ${name}`);
  const source = await new DataSource({ type: 'postgres', url: stage.server.url(stage.database), logging: false }).initialize();
  const runner = source.createQueryRunner();
  try {
    await new migration().down(runner);
    await runner.query('DELETE FROM migrations WHERE name = $1', [migration.name]);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

const CATALOGUE = `
  SELECT format('%s.%s %s %s', table_name, column_name, data_type, is_nullable) AS line FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT name FROM migrations
  ORDER BY 1`;

/** Everything that migrations make, as lines in the server's own words. */
export async function schemaOf(server: DatabaseServer, database: string): Promise<string[]> {
  return (await server.query<{ line: string }>(database, CATALOGUE)).map(({ line }) => line);
}
