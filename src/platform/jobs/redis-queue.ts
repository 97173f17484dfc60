import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pTimeout from 'p-timeout';
import type { Timing } from '../config/timing.js';
import { StartRefused } from '../errors/start-refused.js';
import { laneBackend } from './lanes.js';
import type { QueueBackend, WorkItem } from './queue-backend.js';

/** A Redis that does not answer is left after so long; messages wait in the outbox meanwhile. */
const PATIENCE_MS = 5_000;
/** A Redis that is away is tried again at least so often, so that it is found soon after it has come back. */
const RETRY_MS = 1_000;
const SILENT = 'Redis does not answer';

/** This Redis may throw work away: with it the worker does not start. */
export class EvictionRefused extends StartRefused {}

/**
 * @param onBack called whenever a line that was lost stands again
 * @throws EvictionRefused, or the driver's error while Redis is away
 */
export async function openRedisQueue(url: string, timing: Timing, onError: (error: Error) => void, onBack: () => void): Promise<QueueBackend> {
  const line = { lazyConnect: true, connectTimeout: PATIENCE_MS, retryStrategy: (times: number) => Math.min(100 * times, RETRY_MS) };
  const producer = new Redis(url, { ...line, maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: PATIENCE_MS });
  const consumer = new Redis(url, { ...line, maxRetriesPerRequest: null, keepAlive: 10_000 });
  for (const connection of [producer, consumer]) connection.on('error', onError);
  const leave = (): void => {
    producer.disconnect();
    consumer.disconnect();
  };
  try {
    await pTimeout(producer.connect(), { milliseconds: PATIENCE_MS, message: SILENT });
    await refuseEviction(producer);
    await pTimeout(consumer.connect(), { milliseconds: PATIENCE_MS, message: SILENT });
  } catch (error) {
    leave();
    throw error;
  }
  producer.on('ready', onBack);
  return laneBackend({
    queue: (name) => new Queue<WorkItem>(name, { connection: producer }),
    worker: (name, processor, settings) => new Worker<WorkItem>(name, (job) => processor(job.data), { connection: consumer, ...settings }),
    ready: () => producer.status === 'ready',
    ping: () => Promise.all([producer.ping(), consumer.ping()]),
    closeConnections: async () => leave(),
  }, timing, onError);
}

/** A Redis that may throw keys away loses work silently (BullMQ's guide: `noeviction` is the only safe policy). */
async function refuseEviction(redis: Redis): Promise<void> {
  const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    throw new EvictionRefused(`Redis er sat til ${policy} og kan miste arbejde. Sæt maxmemory-policy til noeviction.`);
  }
}
