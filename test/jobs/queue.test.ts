import { systemActor } from '../../src/platform/database/actor.js';
import { createTestDatabase } from '../support/database.js';
import { noted, poisoned, posted, startNotebookWorker, until } from '../support/notebook-worker.js';
import { describeOnEachQueue, describeWithRedisServer } from '../support/queue-backends.js';
import { RedisServer } from '../support/redis-server.js';
import { QueueDesk } from '../support/queue-desk.js';

describeOnEachQueue((backend) => `the queue on ${backend}`, (openRedis) => {
  let desk: QueueDesk;

  beforeAll(async () => {
    desk = await QueueDesk.open(openRedis);
  });
  afterAll(() => desk.close());

  const notes = async (): Promise<string[]> =>
    (await desk.worker.db.statement<{ value: string }>('test-notes', "SELECT value FROM setting WHERE key LIKE 'test:%' ORDER BY key")).map((row) => row.value);
  const stateOf = async (kind: string): Promise<string[]> =>
    (await desk.worker.db.statement<{ state: string }>('test-states', 'SELECT state FROM outbox_message WHERE kind = $1 ORDER BY id', [kind])).map((row) => row.state);

  it('does database work exactly once and soon', async () => {
    const begun = Date.now();
    await desk.worker.db.transaction(systemActor(), async (tx) => {
      for (const word of ['a', 'b', 'c']) tx.enqueue(noted, { word });
    });
    await until(async () => (await notes()).length === 3);
    expect(Date.now() - begun).toBeLessThan(3_000);
    expect(await stateOf('test.noted')).toEqual(['done', 'done', 'done']);
  });

  it('lets nothing out of a transaction that is rolled back', async () => {
    await expect(desk.worker.db.transaction(systemActor(), async (tx) => {
      tx.enqueue(posted, { word: 'never' });
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    await desk.worker.db.transaction(systemActor(), async (tx) => tx.enqueue(posted, { word: 'sent' }));
    await until(() => desk.worker.notebook.letters.length > 0);
    expect(desk.worker.notebook.letters).toEqual(['sent']);
  });

  it('is not held up by a message that always fails', async () => {
    await desk.worker.db.transaction(systemActor(), async (tx) => {
      tx.enqueue(poisoned, { word: 'x' });
      tx.enqueue(noted, { word: 'd' });
    });
    await until(async () => (await notes()).includes('d'));
    await until(async () => (await stateOf('test.poisoned'))[0] === 'pending');
  });

  it('ticks', async () => {
    await until(() => desk.worker.notebook.ticks > 0);
  });

  it('takes up what was left when no worker ran', async () => {
    await desk.worker.db.transaction(systemActor(), async (tx) => tx.enqueue(noted, { word: 'e' }));
    await until(async () => (await notes()).includes('e'));
    await desk.replaceWorker();
    await desk.worker.db.transaction(systemActor(), async (tx) => tx.enqueue(noted, { word: 'f' }));
    await until(async () => (await notes()).includes('f'));
    expect(await notes()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });
});

describeWithRedisServer('a Redis that may throw keys away', () => {
  it('is refused at start', async () => {
    const redis = await RedisServer.start({ 'maxmemory-policy': 'allkeys-lru' });
    const database = await createTestDatabase();
    try {
      await expect(startNotebookWorker(database.url, redis.url)).rejects.toThrow('noeviction');
    } finally {
      await redis.stop();
      await database.drop();
    }
  });
});
