import 'reflect-metadata';
import { AppModule } from '../src/app.module.js';
import { createDataSource, WEB_LIMITS } from '../src/platform/database/data-source.js';
import { migrate } from '../src/platform/database/migrate.js';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';
import { testConfig } from './support/test-config.js';

/** The guards as PostgreSQL itself tells them; TypeORM compares names only. */
const GUARDS: Readonly<Record<string, string>> = {
  ex_occupancy_once: 'EXCLUDE USING gist (resource_id WITH =, during WITH &&)',
};

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

  it('keeps its guards word for word', async () => {
    const source = await createDataSource(testConfig(database.url), WEB_LIMITS).initialize();
    try {
      const rows: Array<{ name: string; definition: string }> = await source.query(
        'SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = ANY($1)', [Object.keys(GUARDS)],
      );
      expect(Object.fromEntries(rows.map((row) => [row.name, row.definition]))).toEqual(GUARDS);
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
