import { systemActor } from '../../src/platform/database/actor.js';
import { TcpProxy } from '../faults/harness/tcp-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { noted, type NotebookWorker, startNotebookWorker, until } from '../support/notebook-worker.js';
import { describeOnEachQueue, describeWithRedisServer } from '../support/queue-backends.js';
import { RedisServer } from '../support/redis-server.js';
import { QueueDesk } from '../support/queue-desk.js';

/** Nothing is done again because it takes long, or ticks because nothing ticked: only what notices the loss itself can mend it in time. */
const UNSUSPECTING = { OUTBOX_REQUEUE_MS: '600000', TICK_MS: '500', TICK_SILENT_MS: '600000', CANARY_SILENT_MS: '600000', OUTBOX_PAUSE_MS: '50' };
/** A look each five seconds, and the work. */
const SEEN_MS = 15_000;

const LOST = `
  INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at, enqueued_at)
  SELECT gen_random_uuid(), 'test.noted', jsonb_build_object('word', 'lost-' || n), 'queued', now(), now(), now() FROM generate_series(1, 300) n`;
const FOUND = `SELECT 1 FROM setting WHERE key LIKE 'test:lost-%'`;

describeOnEachQueue((backend) => `a queue on ${backend} that was emptied`, (openRedis) => {
  let desk: QueueDesk;

  beforeAll(async () => {
    desk = await QueueDesk.open(openRedis, UNSUSPECTING);
  });
  afterAll(() => desk.close());

  it('gets back what it held and ticks again within seconds, and the administrator is told', async () => {
    await desk.worker.db.statement('test-lost', LOST);
    await desk.emptyQueue();
    await until(async () => (await desk.worker.db.statement('test-found', FOUND)).length === 300, SEEN_MS);
    const { ticks } = desk.worker.notebook;
    await until(() => desk.worker.notebook.ticks > ticks + 1, SEEN_MS);
    await until(async () => (await desk.worker.db.statement('test-told', `SELECT 1 FROM outbox_message WHERE payload ->> 'alarm' = 'queue_silent'`)).length === 1);
  }, 60_000);
});

describeWithRedisServer('a line to Redis', () => {
  let database: TestDatabase;
  let redis: RedisServer;
  let line: TcpProxy;
  let worker: NotebookWorker;

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = await RedisServer.start();
    line = await TcpProxy.start(redis.port);
    worker = await startNotebookWorker(database.url, `redis://127.0.0.1:${line.port}`, UNSUSPECTING);
  });

  afterAll(async () => {
    await worker.stop();
    await line.stop();
    await redis.stop();
    await database.drop();
  });

  const say = (word: string): Promise<void> => worker.db.transaction(systemActor(), async (tx) => tx.enqueue(noted, { word }));
  const heard = async (word: string): Promise<boolean> => (await worker.db.statement('test-heard', 'SELECT 1 FROM setting WHERE key = $1', [`test:${word}`])).length === 1;

  it('that a router has forgotten is left for a new one', async () => {
    await say('before');
    await until(() => heard('before'));
    line.forget();
    await say('forgotten');
    await until(() => heard('forgotten'), 2 * SEEN_MS);
  }, 60_000);
});
