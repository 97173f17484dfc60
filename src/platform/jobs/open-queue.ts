import type { Config } from '../config/config.js';
import { openPostgresQueue } from './postgres-queue.js';
import type { QueueBackend } from './queue-backend.js';
import { openRedisQueue } from './redis-queue.js';

/** The one place that chooses: Redis when `REDIS_URL` is set, otherwise the same PostgreSQL in a schema of its own. */
export async function openQueue(config: Config, onError: (error: Error) => void, onBack: () => void = () => undefined): Promise<QueueBackend> {
  return config.REDIS_URL === undefined ? openPostgresQueue(config, onError) : openRedisQueue(config.REDIS_URL, config.timing, onError, onBack);
}
