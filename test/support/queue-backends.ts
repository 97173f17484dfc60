import { redisAvailable, startRedis, type TestRedis } from './redis.js';
import { RedisServer } from './redis-server.js';

/** Everything is short here, so that what takes a minute in an installation takes a second. */
export const SHORT = {
  OUTBOX_LEASE_MS: '900', OUTBOX_LOOK_MS: '200', OUTBOX_REQUEUE_MS: '700', OUTBOX_PAUSE_MS: '20', QUEUE_LOCK_MS: '1000',
  TICK_MS: '500', TICK_SILENT_MS: '1500', CANARY_MS: '300', CANARY_SILENT_MS: '4000',
};

/** The Redis that holds the queue; null when the queue lives in PostgreSQL. */
export type OpenRedis = () => Promise<TestRedis | null>;

/** Tests that kill or set up a redis-server of their own; skipped where there is none. */
export const describeWithRedisServer = RedisServer.available() ? describe : describe.skip;
const describeWithRedis = redisAvailable() ? describe : describe.skip;
if (!redisAvailable()) process.stderr.write('No REDIS_URL and no redis-server on the PATH: the tests of the queue on Redis are skipped.\n');

/** The same tests with the queue in PostgreSQL and in Redis; the latter are skipped where there is none. */
export function describeOnEachQueue(title: (backend: string) => string, tests: (openRedis: OpenRedis) => void): void {
  describe(title('PostgreSQL'), () => tests(async () => null));
  describeWithRedis(title('Redis'), () => tests(startRedis));
}
