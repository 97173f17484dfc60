import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { systemActor } from '../../src/platform/database/actor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { noted, type NotebookWorker, startNotebookWorker, until } from '../support/notebook-worker.js';
import { describeOnEachQueue, SHORT } from '../support/queue-backends.js';
import type { TestRedis } from '../support/redis.js';

describeOnEachQueue((backend) => `a worker with its queue on ${backend} whose database ends every session`, (openRedis) => {
  let database: TestDatabase;
  let redis: TestRedis | null;
  let worker: NotebookWorker;
  let owner: pg.Client;

  beforeAll(async () => {
    redis = await openRedis();
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    worker = await startNotebookWorker(database.url, redis?.url ?? null, SHORT);
  });

  afterAll(async () => {
    await worker.stop();
    await owner.end();
    await redis?.stop();
    await database.drop();
  });

  it('loses nothing of what was acknowledged, lives on and listens once', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
      for (let word = 0; word < 5; word += 1) {
        const text = `round-${round}-${word}`;
        await worker.db.transaction(systemActor(), async (tx) => tx.enqueue(noted, { word: text })).then(() => acknowledged.push(text), () => undefined);
      }
      await pause(300);
    }
    expect(acknowledged.length).toBeGreaterThan(8);
    await until(
      async () => (await owner.query('SELECT 1 FROM setting WHERE key = ANY($1)', [acknowledged.map((word) => `test:${word}`)])).rowCount === acknowledged.length, 30_000,
    );
    await pause(2_000); // whoever connects again has done so
    expect((await owner.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'overgang-listener'")).rowCount).toBe(1);
  }, 60_000);
});
