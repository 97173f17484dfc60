import { RedisServer } from './redis-server.js';

export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/**
 * The Redis of REDIS_URL, else a redis-server of our own on a free port, else undefined (after saying so): the queue
 * tests then run on PostgreSQL only.
 */
export async function startRedis(eviction: 'noeviction' | 'allkeys-lru' = 'noeviction'): Promise<TestRedis | undefined> {
  const external = process.env.REDIS_URL;
  if (external && eviction === 'noeviction') return { url: external, stop: async () => undefined };
  if (RedisServer.available()) return RedisServer.start({ 'maxmemory-policy': eviction });
  process.stderr.write('No REDIS_URL and no redis-server on the PATH: the queue tests run on PostgreSQL only.\n');
  return undefined;
}
