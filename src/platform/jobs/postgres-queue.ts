import { createPostgresBackend, type Queue, type Worker, withBackend } from 'bullmq';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { bearErrors, connectionOptions, workerLimits } from '../database/data-source.js';
import { ANSWER_MARGIN_MS } from '../database/silent-line.js';
import { laneBackend } from './lanes.js';
import type { QueueBackend, WorkItem } from './queue-backend.js';

const POOL = 10;

/** The queue in the schema `bullmq` of the same PostgreSQL. */
export function openPostgresQueue(config: Config, onError: (error: Error) => void): QueueBackend {
  const limits = workerLimits(config.timing);
  const connection = new pg.Pool({
    connectionString: config.DATABASE_URL, max: POOL, keepAlive: true, connectionTimeoutMillis: 5_000, application_name: 'overgang-queue',
    query_timeout: limits.statementMs + ANSWER_MARGIN_MS,
    options: `${connectionOptions(limits)} -c search_path=bullmq`,
  });
  connection.on('error', onError).on('connect', bearErrors);
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  return laneBackend({
    queue: (name) => new PostgresQueue<WorkItem>(name, { connection }) as unknown as Queue<WorkItem>,
    worker: (name, processor, settings) => new PostgresWorker<WorkItem>(name, (job) => processor(job.data), { connection, ...settings }) as unknown as Worker<WorkItem>,
    ready: () => true,
    // The driver itself breaks a silent line off.
    ping: () => Promise.resolve(),
    closeConnections: () => connection.end(),
  }, config.timing, onError);
}
