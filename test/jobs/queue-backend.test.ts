import { setTimeout as pause } from 'node:timers/promises';
import { openQueue } from '../../src/platform/jobs/open-queue.js';
import type { QueueBackend } from '../../src/platform/jobs/queue-backend.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/notebook-worker.js';
import { describeOnEachQueue } from '../support/queue-backends.js';
import type { TestRedis } from '../support/redis.js';
import { testConfig } from '../support/test-config.js';

const LOCK_MS = 500;
/** The queue's own look for jobs of dead workers comes long after the test. */
const NEVER_LOOKS_MS = 600_000;
const MESSAGE = '7';
const AHEAD = ['tick', 'urgent', 'revived'];
const BACKLOG = Array.from({ length: 30 }, (_, n) => String(n));

describeOnEachQueue((backend) => `a job on ${backend}`, (openRedis) => {
  let database: TestDatabase;
  let redis: TestRedis | null;
  let opened: QueueBackend[];
  let letGo: () => void;
  let end: Promise<void>;

  beforeEach(async () => {
    opened = [];
    end = new Promise((resolve) => (letGo = resolve));
    redis = await openRedis();
    database = await createTestDatabase();
  });

  afterEach(async () => {
    letGo();
    await Promise.all(opened.map((queue) => queue.close()));
    await redis?.stop();
    await database.drop();
  });

  const queueWithLock = async (lockMs: number): Promise<QueueBackend> => {
    const overrides = { QUEUE_LOCK_MS: String(lockMs), ...(redis === null ? {} : { REDIS_URL: redis.url }) };
    const queue = await openQueue(testConfig(database.url, overrides), () => undefined);
    opened.push(queue);
    return queue;
  };
  const closeAsIfKilled = async (queue: QueueBackend): Promise<void> => {
    opened = opened.filter((other) => other !== queue);
    await queue.close();
  };
  /** Takes jobs and ends none before the test does; tells of each. */
  const takeFrom = (queue: QueueBackend): string[] => {
    const taken: string[] = [];
    queue.work(async (_lane, { messageId }) => {
      if (messageId !== undefined) taken.push(messageId);
      await end;
    });
    return taken;
  };

  it('waits behind ticks and what is urgent, however many wait', async () => {
    const queue = await queueWithLock(LOCK_MS);
    await queue.add('database', BACKLOG.map((id) => ({ id })));
    await queue.add('database', [{ id: 'urgent', urgent: true }]);
    await queue.revive('database', [{ id: 'revived', urgent: true }]);
    await queue.keepTicking(NEVER_LOOKS_MS);
    const taken: string[] = [];
    queue.work((_lane, { messageId = 'tick' }) => Promise.resolve(void taken.push(messageId)));
    await until(() => taken.length === BACKLOG.length + AHEAD.length);
    for (const ahead of AHEAD) expect(taken.indexOf(ahead)).toBeLessThan(BACKLOG.length / 2);
    expect(taken.toSorted()).toEqual([...AHEAD, ...BACKLOG].sort());
  });

  it('goes from a dead worker to another at once when the sweep revives it', async () => {
    const first = await queueWithLock(LOCK_MS);
    const takenByFirst = takeFrom(first);
    await first.add('database', [{ id: MESSAGE }]);
    await until(() => takenByFirst.length === 1);
    await closeAsIfKilled(first);
    await pause(2 * LOCK_MS);
    const second = await queueWithLock(NEVER_LOOKS_MS);
    const takenBySecond = takeFrom(second);
    await second.revive('database', [{ id: MESSAGE }]);
    await until(() => takenBySecond.length === 1);
    expect(takenBySecond).toEqual([MESSAGE]);
  });

  it('stays with the worker while it lives, however often the sweep revives it', async () => {
    const first = await queueWithLock(LOCK_MS);
    const takenByFirst = takeFrom(first);
    await first.add('database', [{ id: MESSAGE }]);
    await until(() => takenByFirst.length === 1);
    const second = await queueWithLock(NEVER_LOOKS_MS);
    const takenBySecond = takeFrom(second);
    await second.revive('database', [{ id: MESSAGE }]);
    await pause(2 * LOCK_MS);
    await second.revive('database', [{ id: MESSAGE }]);
    await second.add('database', [{ id: '8' }]);
    await until(() => takenByFirst.length + takenBySecond.length > 1);
    expect([...takenByFirst, ...takenBySecond]).toEqual([MESSAGE, '8']);
  });
});
