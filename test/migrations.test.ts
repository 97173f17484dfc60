import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { GUARDS } from '../src/operations/guards/guards.data.js';
import { weakGuards } from '../src/operations/guards/weak-guards.js';
import { createDataSource, WEB_LIMITS } from '../src/platform/database/data-source.js';
import { migrate, migrationClasses } from '../src/platform/database/migrate.js';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';
import { testConfig } from './support/test-config.js';

describe('the schema', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await migrate(database.url);
  });

  afterAll(() => database.drop());

  it('has no drift between entities and migrations', async () => {
    void AppModule; // loading the application declares its entities
    const source = await createDataSource(testConfig(database.url), WEB_LIMITS).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('is left as it is by a second migration', async () => {
    await expect(migrate(database.url)).resolves.toBeUndefined();
  });

  it('waits for nobody longer than a second, makes room and goes on when it can', async () => {
    await undoTo('WorkerSigns1795500020000');
    const reader = await connected();
    await reader.query('BEGIN; SELECT count(*) FROM outbox_message');
    const migrating = Promise.all([migrate(database.url), migrate(database.url)]);
    const user = await connected();
    let longest = 0;
    for (const end = Date.now() + 2_500; Date.now() < end; await pause(50)) {
      const begun = Date.now();
      await user.query('SELECT count(*) FROM outbox_message');
      longest = Math.max(longest, Date.now() - begun);
    }
    await reader.query('COMMIT');
    await migrating;
    expect(longest).toBeLessThan(2_000);
    expect((await user.query("SELECT to_regclass('worker_sign') AS made")).rows).toEqual([{ made: 'worker_sign' }]);
    await Promise.all([reader.end(), user.end()]);
  });

  const connected = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    return client;
  };

  /** Takes migrations back, the named one included. */
  const undoTo = async (name: string): Promise<void> => {
    const source = await new DataSource({ type: 'postgres', url: database.url, migrations: await migrationClasses() }).initialize();
    const applied = async (): Promise<boolean> => (await source.query<unknown[]>('SELECT 1 FROM migrations WHERE name = $1', [name])).length > 0;
    while (await applied()) await source.undoLastMigration();
    await source.destroy();
  };

  it('keeps its guards word for word', async () => {
    const source = await createDataSource(testConfig(database.url), WEB_LIMITS).initialize();
    try {
      expect(await weakGuards(source)).toEqual([]);
      const rules: Array<{ name: string }> = await source.query(`
        SELECT conname AS name FROM pg_constraint WHERE contype = 'x' UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT indexrelid::regclass::varchar FROM pg_index WHERE indisunique AND indpred IS NOT NULL AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`);
      expect(rules.length).toBeGreaterThan(10);
      expect(GUARDS.map((guard) => guard.name)).toEqual(expect.arrayContaining(rules.map((each) => each.name)));
    } finally {
      await source.destroy();
    }
  });

  it('lets the application neither change the audit trail nor the schema', async () => {
    const source = await createDataSource(testConfig(database.url), WEB_LIMITS).initialize();
    try {
      for (const statement of ['UPDATE audit_entry SET action = action', 'DELETE FROM audit_seal', 'UPDATE plan_version SET number = 1', 'CREATE TABLE extra (id int)']) {
        await expect(source.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await source.destroy();
    }
  });
});
