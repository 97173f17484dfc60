import 'reflect-metadata';
import { AppModule } from '../src/app.module.js';
import { GUARDS } from '../src/operations/guards/guards.data.js';
import { weakGuards } from '../src/operations/guards/weak-guards.js';
import { createDataSource, WEB_LIMITS } from '../src/platform/database/data-source.js';
import { migrate } from '../src/platform/database/migrate.js';
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

  it('keeps its guards word for word', async () => {
    const source = await createDataSource(testConfig(database.url), WEB_LIMITS).initialize();
    try {
      expect(await weakGuards(source)).toEqual([]);
      const exclusions: Array<{ name: string }> = await source.query("SELECT conname AS name FROM pg_constraint WHERE contype = 'x'");
      expect(GUARDS.map((guard) => guard.name)).toEqual(expect.arrayContaining(exclusions.map((each) => each.name)));
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
