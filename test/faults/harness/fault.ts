import type { Stage } from './stage.js';

export type FaultId = `F${number}`;
export type QueueIn = 'redis' | 'postgres';

/** What a run of a fault is told of beside the common oracle's findings. */
export interface Figures {
  /** From the end of the fault until everything works again, in milliseconds. */
  readonly recoveryMs?: number;
  /** A line for the reader: counts, percentiles. */
  readonly note?: string;
}

/** One fault of the catalogue: breaks something on a stage and asserts exactly what must follow. */
export interface Fault {
  readonly id: FaultId;
  readonly title: string;
  /** The queues that it is tried on: both where it concerns the queue. */
  readonly queues: readonly QueueIn[];
  /** What this machine lacks for it, as a line for the reader; null when it can run. */
  readonly lacks?: () => string | null;
  run(stage: Stage): Promise<Figures>;
}

export const BOTH: readonly QueueIn[] = ['redis', 'postgres'];
export const REDIS: readonly QueueIn[] = ['redis'];
/** The fault does not concern the queue. */
export const ANY: readonly QueueIn[] = ['postgres'];
