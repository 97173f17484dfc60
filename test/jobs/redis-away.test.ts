import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '../../src/platform/database/actor.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { noted, type NotebookWorker, startNotebookWorker, until } from '../support/notebook-worker.js';
import { describeWithRedisServer, SHORT } from '../support/queue-backends.js';
import { RedisServer } from '../support/redis-server.js';

/** One worker lives through all of this and is never started again. */
describeWithRedisServer('a Redis that is away', () => {
  let database: TestDatabase;
  let worker: NotebookWorker;
  let redis: RedisServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = await RedisServer.start();
    await redis.kill();
    worker = await startNotebookWorker(database.url, redis.url, SHORT);
  });

  afterAll(async () => {
    await worker.stop();
    await redis.stop();
    await database.drop();
  });

  const say = (word: string): Promise<void> => worker.db.transaction(systemActor(), async (tx) => tx.enqueue(noted, { word }));
  const heard = async (word: string): Promise<boolean> => (await worker.db.statement('test-heard', 'SELECT 1 FROM setting WHERE key = $1', [`test:${word}`])).length === 1;
  const sign = async (): Promise<string | undefined> => (await worker.db.statement<{ queue: string }>('test-sign', 'SELECT queue FROM worker_sign'))[0]?.queue;

  it('at the start: the worker signs that the queue is away, ticks by itself, and connects when it is there', async () => {
    await say('early');
    expect(await sign()).toBe('away');
    const { ticks } = worker.notebook;
    await until(() => worker.notebook.ticks > ticks);
    expect(await heard('early')).toBe(false);
    await redis.run();
    await until(() => heard('early'));
    await until(async () => (await sign()) === 'open');
  }, 30_000);

  it('later, and back empty: nothing is lost, and what ticked ticks again', async () => {
    await redis.kill();
    await until(async () => (await sign()) === 'away');
    const begun = Date.now();
    await say('meanwhile');
    expect(Date.now() - begun).toBeLessThan(250);
    await pause(1_000);
    await redis.run();
    await until(() => heard('meanwhile'));
    const { ticks } = worker.notebook;
    await until(() => worker.notebook.ticks > ticks + 2);
  }, 30_000);

  it('without a word, the connection open: work goes on when it answers again', async () => {
    await redis.command('CLIENT', 'PAUSE', '6000', 'ALL');
    await say('paused');
    await until(() => heard('paused'), 25_000);
  }, 40_000);

  it('full: messages wait in the outbox until there is room', async () => {
    await redis.command('CONFIG', 'SET', 'maxmemory', '1');
    await say('full');
    await pause(1_500);
    expect(await heard('full')).toBe(false);
    await redis.command('CONFIG', 'SET', 'maxmemory', '0');
    await until(() => heard('full'));
  }, 30_000);
});
