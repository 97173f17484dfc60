import { RedisServer } from './redis-server.js';

export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/** Whether this machine has a redis-server, or REDIS_URL names a Redis elsewhere. */
export function redisAvailable(): boolean {
  return Boolean(process.env.REDIS_URL) || RedisServer.available();
}

/** The Redis of REDIS_URL, else a redis-server of our own on a free port. */
export async function startRedis(): Promise<TestRedis> {
  const external = process.env.REDIS_URL;
  return external ? { url: external, stop: async () => undefined } : RedisServer.start();
}
