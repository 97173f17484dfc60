import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { systemActor } from '../../src/platform/database/actor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { noted, type NotebookWorker, startNotebookWorker, until } from '../support/notebook-worker.js';
import { startRedis, type TestRedis } from '../support/redis.js';

const SHORT = { OUTBOX_LEASE_MS: '1500', OUTBOX_LOOK_MS: '200', OUTBOX_REQUEUE_MS: '1000', OUTBOX_PAUSE_MS: '20', QUEUE_LOCK_MS: '1000', CANARY_MS: '300', CANARY_SILENT_MS: '4000' };

const backends = [['PostgreSQL', async () => null], ['Redis', async () => (await startRedis()) ?? null]] as const;

describe.each(backends)('a worker with its queue on %s whose database ends every session', (name, openRedis) => {
  let database: TestDatabase;
  let redis: TestRedis | null;
  let worker: NotebookWorker;
  let owner: pg.Client;
  const absent = (): boolean => name === 'Redis' && redis === null;

  beforeAll(async () => {
    redis = await openRedis();
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    if (!absent()) worker = await startNotebookWorker(database.url, redis?.url ?? null, SHORT);
  });

  afterAll(async () => {
    if (!absent()) await worker.stop();
    await owner.end();
    await redis?.stop();
    await database.drop();
  });

  it('loses nothing of what was acknowledged, lives on and listens once', async () => {
    if (absent()) return;
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
    await until(async () => (await owner.query('SELECT 1 FROM setting WHERE key = ANY($1)', [acknowledged.map((word) => `test:${word}`)])).rowCount === acknowledged.length, 30_000);
    await pause(2_000); // whoever connects again has done so
    expect((await owner.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'overgang-listener'")).rowCount).toBe(1);
  }, 60_000);
});
