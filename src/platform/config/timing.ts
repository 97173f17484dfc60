import { IsInt, Max, Min } from 'class-validator';
import { toInteger } from './reading.js';

const DAY_MS = 86_400_000;

/** How long the queue waits for what. In milliseconds; the defaults suit an installation, tests of faults take shorter ones. */
export class Timing {
  /** A message belongs to one worker for so long; an effect under way prolongs it. */
  @toInteger @IsInt() @Min(100) @Max(DAY_MS)
  OUTBOX_LEASE_MS = 60_000;

  /** The longest that one effect (a mail, a calendar) may take. */
  @toInteger @IsInt() @Min(100) @Max(DAY_MS)
  OUTBOX_EFFECT_MS = 120_000;

  /** Without a notification the relay looks for new messages so often. */
  @toInteger @IsInt() @Min(20) @Max(DAY_MS)
  OUTBOX_LOOK_MS = 2_000;

  /** A message in the queue that nobody has finished for so long is put there again. */
  @toInteger @IsInt() @Min(100) @Max(DAY_MS)
  OUTBOX_REQUEUE_MS = 30_000;

  /** The first pause after a failure; each further one is twice as long, at most five minutes. */
  @toInteger @IsInt() @Min(10) @Max(DAY_MS)
  OUTBOX_PAUSE_MS = 2_000;

  /** After so many failures a message is dead and the administrator is told. */
  @toInteger @IsInt() @Min(1) @Max(1_000)
  OUTBOX_TRIES = 10;

  /**
   * A first invitation, or the short notice in its place, waits so long before it goes out: a booking that was a slip is taken
   * back within that time, and nobody hears of it.
   */
  @toInteger @IsInt() @Min(0) @Max(DAY_MS)
  INVITATION_HOLD_MS = 60_000;

  /** The queue gives a job to another worker when its worker has been silent for so long. */
  @toInteger @IsInt() @Min(500) @Max(DAY_MS)
  QUEUE_LOCK_MS = 30_000;

  /** Schedules are looked at so often. */
  @toInteger @IsInt() @Min(100) @Max(DAY_MS)
  TICK_MS = 15_000;

  /** When nothing has ticked for so long, the worker ticks by itself and sets the queue's alarm clock again. */
  @toInteger @IsInt() @Min(200) @Max(DAY_MS)
  TICK_SILENT_MS = 45_000;

  /** The worker sends a message to itself so often, to see that work comes through. */
  @toInteger @IsInt() @Min(100) @Max(DAY_MS)
  CANARY_MS = 15_000;

  /** A worker whose own message has not come back for so long is unhealthy and opens the queue anew. */
  @toInteger @IsInt() @Min(200) @Max(DAY_MS)
  CANARY_SILENT_MS = 90_000;

  /** A worker process whose event loop stands still for so long ends itself, to be started again. */
  @toInteger @IsInt() @Min(1_000) @Max(DAY_MS)
  LOOP_SILENT_MS = 45_000;

  /** The same for a web process; people wait for it, so for less long. */
  @toInteger @IsInt() @Min(1_000) @Max(DAY_MS)
  WEB_LOOP_SILENT_MS = 20_000;

  /** A connection of the database's pool is waited for so long, then the answer is 503. */
  @toInteger @IsInt() @Min(50) @Max(60_000)
  DATABASE_WAIT_MS = 1_500;

  /** The longest that one statement of the worker may take. */
  @toInteger @IsInt() @Min(1_000) @Max(DAY_MS)
  WORKER_STATEMENT_MS = 30_000;

  /** A worker that does nothing in an open transaction for so long loses its session, and what it had locked is free. */
  @toInteger @IsInt() @Min(1_000) @Max(DAY_MS)
  WORKER_IDLE_TRANSACTION_MS = 60_000;
}
