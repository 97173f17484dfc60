import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { systemActor } from '../../src/platform/database/actor.js';
import { WORKER_LIMITS } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { Scheduled } from '../../src/platform/jobs/scheduled.js';
import { WorkerHost } from '../../src/platform/jobs/worker-host.js';
import { Handles, HandlesEffect } from '../../src/platform/outbox/handlers.js';
import { defineMessage } from '../../src/platform/outbox/message.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { testConfig } from '../support/test-config.js';

const noted = defineMessage<{ word: string }>('test.noted');
const posted = defineMessage<{ word: string }>('test.posted');
const poisoned = defineMessage<{ word: string }>('test.poisoned');

@Injectable()
class Notebook {
  readonly letters: string[] = [];
  ticks = 0;

  @Handles(noted)
  async note(tx: Tx, { word }: { word: string }): Promise<void> {
    await tx.execute('INSERT INTO setting (key, value, changed_at) VALUES ($1, $2, now())', [`test:${word}`, JSON.stringify(word)]);
  }

  @HandlesEffect(posted)
  async post({ word }: { word: string }): Promise<void> {
    this.letters.push(word);
  }

  @Handles(poisoned)
  async choke(): Promise<void> {
    throw new Error('always');
  }

  @Scheduled({ name: 'test.tick', everySeconds: 1 })
  async tick(): Promise<void> {
    this.ticks += 1;
  }
}

@Module({ providers: [Notebook] })
class NotebookModule {}

interface Worker {
  readonly context: INestApplicationContext;
  readonly db: Database;
  readonly notebook: Notebook;
  stop(): Promise<void>;
}

async function startWorker(database: TestDatabase, redis: TestRedis | null): Promise<Worker> {
  const config = testConfig(database.url, redis === null ? {} : { REDIS_URL: redis.url });
  @Module({ imports: [PlatformModule.with(config, WORKER_LIMITS), NotebookModule] })
  class TestWorkerModule {}
  const context = await NestFactory.createApplicationContext(TestWorkerModule, { logger: false, abortOnError: false });
  const host = context.get(WorkerHost);
  const stop = async (): Promise<void> => {
    await host.stop();
    await context.close();
  };
  await host.start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { context, db: context.get(Database), notebook: context.get(Notebook), stop };
}

async function until(condition: () => Promise<boolean> | boolean, milliseconds = 15_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('did not happen in time');
    await pause(25);
  }
}

const backends = [['PostgreSQL', async () => null], ['Redis', async () => (await startRedis()) ?? null]] as const;

describe.each(backends)('the queue on %s', (name, openRedis) => {
  let database: TestDatabase;
  let redis: TestRedis | null;
  let worker: Worker | null = null;
  const absent = (): boolean => name === 'Redis' && redis === null;

  beforeAll(async () => {
    redis = await openRedis();
    database = await createTestDatabase();
    if (!absent()) worker = await startWorker(database, redis);
  });

  afterAll(async () => {
    await worker?.stop();
    await redis?.stop();
    await database.drop();
  });

  const running = (): Worker => {
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
    worker = await startWorker(database, redis);
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
      await expect(startWorker(database, redis)).rejects.toThrow('noeviction');
    } finally {
      await redis.stop();
      await database.drop();
    }
  });
});
