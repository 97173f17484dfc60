import { systemActor } from '../../src/platform/database/actor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { noted, type NotebookWorker, poisoned, posted, startNotebookWorker, until } from '../support/notebook-worker.js';
import { startRedis, type TestRedis } from '../support/redis.js';

const backends = [['PostgreSQL', async () => null], ['Redis', async () => (await startRedis()) ?? null]] as const;

describe.each(backends)('the queue on %s', (name, openRedis) => {
  let database: TestDatabase;
  let redis: TestRedis | null;
  let worker: NotebookWorker | null = null;
  const absent = (): boolean => name === 'Redis' && redis === null;

  beforeAll(async () => {
    redis = await openRedis();
    database = await createTestDatabase();
    if (!absent()) worker = await startNotebookWorker(database.url, redis?.url ?? null);
  });

  afterAll(async () => {
    await worker?.stop();
    await redis?.stop();
    await database.drop();
  });

  const running = (): NotebookWorker => {
    if (worker === null) throw new Error('no worker');
    return worker;
  };
  const notes = async (): Promise<string[]> =>
    (await running().db.statement<{ value: string }>('test-notes', "SELECT value FROM setting WHERE key LIKE 'test:%' ORDER BY key")).map((row) => row.value);
  const stateOf = async (kind: string): Promise<string[]> =>
    (await running().db.statement<{ state: string }>('test-states', 'SELECT state FROM outbox_message WHERE kind = $1 ORDER BY id', [kind])).map((row) => row.state);

  it('does database work exactly once and soon', async () => {
    if (absent()) return;
    const begun = Date.now();
    await running().db.transaction(systemActor(), async (tx) => {
      for (const word of ['a', 'b', 'c']) tx.enqueue(noted, { word });
    });
    await until(async () => (await notes()).length === 3);
    expect(Date.now() - begun).toBeLessThan(3_000);
    expect(await stateOf('test.noted')).toEqual(['done', 'done', 'done']);
  });

  it('lets nothing out of a transaction that is rolled back', async () => {
    if (absent()) return;
    await expect(running().db.transaction(systemActor(), async (tx) => {
      tx.enqueue(posted, { word: 'never' });
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    await running().db.transaction(systemActor(), async (tx) => tx.enqueue(posted, { word: 'sent' }));
    await until(() => running().notebook.letters.length > 0);
    expect(running().notebook.letters).toEqual(['sent']);
  });

  it('is not held up by a message that always fails', async () => {
    if (absent()) return;
    await running().db.transaction(systemActor(), async (tx) => {
      tx.enqueue(poisoned, { word: 'x' });
      tx.enqueue(noted, { word: 'd' });
    });
    await until(async () => (await notes()).includes('d'));
    await until(async () => (await stateOf('test.poisoned'))[0] === 'pending');
  });

  it('ticks', async () => {
    if (absent()) return;
    await until(() => running().notebook.ticks > 0);
  });

  it('takes up what was left when no worker ran', async () => {
    if (absent()) return;
    const db = running().db;
    await db.transaction(systemActor(), async (tx) => tx.enqueue(noted, { word: 'e' }));
    await until(async () => (await notes()).includes('e'));
    await running().stop();
    worker = await startNotebookWorker(database.url, redis?.url ?? null);
    await running().db.transaction(systemActor(), async (tx) => tx.enqueue(noted, { word: 'f' }));
    await until(async () => (await notes()).includes('f'));
    expect(await notes()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describe('a Redis that may throw keys away', () => {
  it('is refused at start', async () => {
    const redis = await startRedis('allkeys-lru');
    if (redis === undefined) return;
    const database = await createTestDatabase();
    try {
      await expect(startNotebookWorker(database.url, redis.url)).rejects.toThrow('noeviction');
    } finally {
      await redis.stop();
      await database.drop();
    }
  });
});
