import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { TICK } from '../../platform/jobs/schedule-runner.js';

/** A worker signs every quarter of a minute; one that has not for so long is gone. */
const WORKER_GONE_SECONDS = 60;

/** How the queue is, as the database tells it: nobody asks Redis, so nobody waits for it. Times in seconds. */
export interface QueueState {
  readonly workers: number;
  /** Workers that have the queue open. */
  readonly connected: number;
  /** Since a worker's message to itself came back, in the worker where that was most recent; null without a worker. */
  readonly canarySeconds: number | null;
  /** Since anything ticked; null when nothing ever has. */
  readonly tickSeconds: number | null;
  readonly waiting: number;
  readonly oldestSeconds: number;
  readonly dead: number;
}

@Injectable()
export class QueueStateReader {
  constructor(private readonly db: Database) {}

  /** @throws DomainError unavailable when the database is away */
  async read(): Promise<QueueState> {
    const [row] = await this.db.statement<QueueState>(
      'queue-state',
      `WITH live AS (SELECT * FROM worker_sign WHERE seen_at > now() - interval '${WORKER_GONE_SECONDS} seconds'),
            open AS (SELECT available_at, state FROM outbox_message WHERE state IN ('pending', 'queued') AND available_at <= now())
       SELECT (SELECT count(*) FROM live)::int AS workers,
              (SELECT count(*) FROM live WHERE queue = 'open')::int AS connected,
              (SELECT extract(epoch FROM now() - max(canary_at)) FROM live)::float8 AS "canarySeconds",
              (SELECT extract(epoch FROM now() - last_run_at) FROM schedule_tick WHERE name = $1)::float8 AS "tickSeconds",
              (SELECT count(*) FROM open)::int AS waiting,
              (SELECT coalesce(extract(epoch FROM now() - min(available_at)), 0) FROM open)::float8 AS "oldestSeconds",
              (SELECT count(*) FROM outbox_message WHERE state = 'dead')::int AS dead`,
      [TICK],
    );
    if (row === undefined) throw new Error('the queue state has one row');
    return row;
  }
}
