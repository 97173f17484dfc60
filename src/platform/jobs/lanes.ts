import type { JobsOptions, Queue, Worker } from 'bullmq';
import pTimeout, { TimeoutError } from 'p-timeout';
import type { Timing } from '../config/timing.js';
import { CONCURRENCY, type Lane, LANES, type Processor, type QueueBackend, type WaitingMessage, type WorkItem } from './queue-backend.js';

/** Names of the queues as they stand in Redis or in the schema `bullmq`. */
const QUEUE: Record<Lane, string> = { database: 'overgang', effects: 'overgang-effects', servers: 'overgang-servers' };

/** The outbox counts the tries: a job is tried once, and nothing of it is kept. */
const ONCE = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
/** Without a priority a job goes ahead of all that have one: so do ticks. */
const PRIORITY = { urgent: 0, inTurn: 1 };
const MOST_STALLS = 5;
const AT_ONCE = 50;
/** A queue that takes work for so long without a word has lost its line; messages wait in the outbox meanwhile. */
const PATIENCE_MS = 10_000;
/** A short question is answered sooner than this, or nobody is listening. */
const ANSWER_MS = 3_000;
const ALARM_CLOCK = 'tick';
/** On a silent line a goodbye is not answered either: then the connections are broken off. */
const CLOSE_MS = 1_500;

export interface LaneParts {
  queue(name: string): Queue<WorkItem>;
  worker(name: string, processor: (item: WorkItem) => Promise<void>, options: WorkerSettings): Worker<WorkItem>;
  ready(): boolean;
  /** A question on each of its lines. */
  ping(): Promise<unknown>;
  closeConnections(): Promise<void>;
}

export interface WorkerSettings {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
  readonly runRetryDelay: number;
}

/** A backend of BullMQ queues, one per lane; the same whatever they lie in. */
export function laneBackend(parts: LaneParts, timing: Timing, onError: (error: Error) => void): QueueBackend {
  const queues = { database: parts.queue(QUEUE.database), effects: parts.queue(QUEUE.effects), servers: parts.queue(QUEUE.servers) };
  const workers: Worker<WorkItem>[] = [];
  for (const lane of LANES) queues[lane].on('error', onError);
  const add = async (lane: Lane, messages: readonly WaitingMessage[]): Promise<void> => {
    await answered(queues[lane].addBulk(messages.map(jobOf)));
  };
  return {
    ready: () => parts.ready(),
    answers: () => pTimeout(parts.ping(), { milliseconds: ANSWER_MS }).then(() => true, (error: unknown) => !(error instanceof TimeoutError)),
    add,
    revive: async (lane, messages) => {
      for (let from = 0; from < messages.length; from += AT_ONCE) await answered(Promise.all(messages.slice(from, from + AT_ONCE).map(({ id }) => clearRemains(queues[lane], id))));
      await add(lane, messages);
    },
    isTicking: async () => (await answered(queues.database.getJobScheduler(ALARM_CLOCK))) !== undefined,
    keepTicking: async (every) => {
      await answered(queues.database.upsertJobScheduler(ALARM_CLOCK, { every }, { name: 'tick', data: {}, opts: ONCE }));
    },
    work: (processor) => {
      workers.push(...LANES.map((lane) => laneWorker(parts, lane, processor, timing, onError)));
    },
    drain: async () => void (await Promise.all(workers.map((worker) => worker.close()))),
    close: async () => {
      const all = Promise.allSettled([...workers.map((worker) => worker.close(true)), ...LANES.map((lane) => queues[lane].close())]);
      await pTimeout(all, { milliseconds: CLOSE_MS, fallback: () => undefined });
      await parts.closeConnections();
    },
  };
}

function laneWorker(parts: LaneParts, lane: Lane, processor: Processor, timing: Timing, onError: (error: Error) => void): Worker<WorkItem> {
  const lock = timing.QUEUE_LOCK_MS;
  const worker = parts.worker(QUEUE[lane], (item) => processor(lane, item), {
    concurrency: CONCURRENCY[lane], lockDuration: lock, stalledInterval: lock, maxStalledCount: MOST_STALLS, runRetryDelay: Math.min(2_000, lock),
  });
  worker.on('error', onError);
  return worker;
}

/** What the queue answers. @throws Error when it does not; what was asked for may still be done */
function answered<T>(work: Promise<T>): Promise<T> {
  return pTimeout(work, { milliseconds: PATIENCE_MS, message: 'the queue does not answer' });
}

function jobOf({ id, urgent = false }: WaitingMessage): { name: string; data: WorkItem; opts: JobsOptions } {
  return { name: 'message', data: { messageId: id }, opts: { ...ONCE, jobId: jobIdOf(id), priority: urgent ? PRIORITY.urgent : PRIORITY.inTurn } };
}

function jobIdOf(messageId: string): string {
  return `outbox-${messageId}`;
}

/** Their jobs keep the id taken: those that are over, those of which only a part is left, and those that a dead worker still has in hand. */
const REMAINS: ReadonlySet<string> = new Set(['failed', 'completed', 'unknown', 'active']);

/** The queue itself looks for jobs of dead workers only now and then; one that a living worker has in hand it does not remove. */
async function clearRemains(queue: Queue<WorkItem>, messageId: string): Promise<void> {
  const state = await queue.getJobState(jobIdOf(messageId));
  if (REMAINS.has(state)) await queue.remove(jobIdOf(messageId));
}
