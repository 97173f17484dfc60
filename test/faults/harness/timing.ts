import { Timing } from '../../../src/platform/config/timing.js';
import type { Environment } from './program.js';

/** How long the harness waits for what a run is about, in milliseconds. */
export interface Bars {
  readonly environment: Environment;
  /** A process is ready; no promise, only patience with a busy machine. */
  readonly bootMs: number;
  /** Lease and sweep together: after so long, a message whose worker has died is done by another. */
  readonly takeOverMs: number;
  /** The queue is back and all that waited is done. */
  readonly drainMs: number;
  /** The database is back and the first request succeeds. */
  readonly databaseBackMs: number;
  /** The database, the queue and a worker are there again, and every reminder that is owed is written. */
  readonly reminderMs: number;
}

const SHORT: Environment = {
  OUTBOX_LEASE_MS: '1500', OUTBOX_EFFECT_MS: '4000', OUTBOX_LOOK_MS: '300', OUTBOX_REQUEUE_MS: '3000', OUTBOX_PAUSE_MS: '50', OUTBOX_TRIES: '5',
  QUEUE_LOCK_MS: '1500', TICK_MS: '1000', TICK_SILENT_MS: '3000', CANARY_MS: '1000', CANARY_SILENT_MS: '8000', DATABASE_WAIT_MS: '5000',
};

const DEFAULTS: Environment = Object.fromEntries(Object.entries(new Timing()).map(([name, value]) => [name, String(value)]));

/** An installation's own leases and periods, for a worker of a quick run whose fault is about them; mails are held back by no run. */
export const INSTALLATION: Environment = { ...DEFAULTS, INVITATION_HOLD_MS: '0' };

/** Short leases and periods; the bars are generous, as other work may share the machine. */
export const QUICK: Bars = { environment: SHORT, bootMs: 45_000, takeOverMs: 20_000, drainMs: 30_000, databaseBackMs: 15_000, reminderMs: 60_000 };

/** An installation's own leases and periods, and the bars that are promised. */
export const REAL: Bars = { environment: {}, bootMs: 180_000, takeOverMs: 90_000, drainMs: 60_000, databaseBackMs: 5_000, reminderMs: 300_000 };
