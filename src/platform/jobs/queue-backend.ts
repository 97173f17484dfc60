import { createPostgresBackend, Queue, Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { connectionOptions, WORKER_LIMITS } from '../database/data-source.js';

const QUEUE = 'overgang';
/** Another worker takes over a job whose worker has been silent for so long (milliseconds). */
const LOCK_MS = 30_000;

export interface WorkItem {
  readonly messageId?: string;
}

export interface WorkQueue {
  addMessages(ids: readonly string[]): Promise<void>;
  keepTicking(everyMs: number): Promise<void>;
  close(): Promise<void>;
}

export interface QueueBackend {
  readonly queue: WorkQueue;
  /** Starts taking work; the processor is told a message's id, or undefined for a tick. */
  work(processor: (item: WorkItem) => Promise<void>, onError: (error: Error) => void): { close(): Promise<void> };
  close(): Promise<void>;
}

/** The one place that chooses: Redis when `REDIS_URL` is set, otherwise the same PostgreSQL in a schema of its own. */
export async function openQueueBackend(config: Config, onError: (error: Error) => void): Promise<QueueBackend> {
  return config.REDIS_URL === undefined ? onPostgres(config, onError) : onRedis(config.REDIS_URL, onError);
}

const workerOptions = { concurrency: 4, lockDuration: LOCK_MS, stalledInterval: LOCK_MS, maxStalledCount: 5 };

function onPostgres(config: Config, onError: (error: Error) => void): QueueBackend {
  const pool = new pg.Pool({
    connectionString: config.DATABASE_URL, max: 6, keepAlive: true, application_name: 'overgang-queue',
    options: `${connectionOptions(WORKER_LIMITS)} -c search_path=bullmq`,
  });
  pool.on('error', onError);
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  const queue = new PostgresQueue<WorkItem>(QUEUE, { connection: pool });
  queue.on('error', onError);
  return {
    queue: workQueue(queue as unknown as Queue<WorkItem>),
    work: (processor, failed) => {
      const worker = new PostgresWorker<WorkItem>(QUEUE, (job) => processor(job.data), { connection: pool, ...workerOptions });
      worker.on('error', failed);
      return worker;
    },
    close: async () => {
      await queue.close();
      await pool.end();
    },
  };
}

async function onRedis(url: string, onError: (error: Error) => void): Promise<QueueBackend> {
  const producer = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true });
  const consumer = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  for (const connection of [producer, consumer]) connection.on('error', onError);
  try {
    await producer.connect();
    await refuseEviction(producer);
    await consumer.connect();
  } catch (error) {
    producer.disconnect();
    consumer.disconnect();
    throw error;
  }
  const queue = new Queue<WorkItem>(QUEUE, { connection: producer });
  queue.on('error', onError);
  return {
    queue: workQueue(queue),
    work: (processor, failed) => {
      const worker = new Worker<WorkItem>(QUEUE, (job) => processor(job.data), { connection: consumer, ...workerOptions });
      worker.on('error', failed);
      return worker;
    },
    close: async () => {
      await queue.close();
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** A Redis that may throw keys away loses work silently (BullMQ's guide: `noeviction` is the only safe policy). */
async function refuseEviction(redis: Redis): Promise<void> {
  const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    throw new Error(`Redis er sat til ${policy} og kan miste arbejde. Sæt maxmemory-policy til noeviction.`);
  }
}

function workQueue(queue: Queue<WorkItem>): WorkQueue {
  const once = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
  return {
    addMessages: async (ids) => {
      await queue.addBulk(ids.map((messageId) => ({ name: 'message', data: { messageId }, opts: { ...once, jobId: `outbox-${messageId}` } })));
    },
    keepTicking: async (every) => {
      await queue.upsertJobScheduler('tick', { every }, { name: 'tick', data: {}, opts: once });
    },
    close: () => queue.close(),
  };
}
