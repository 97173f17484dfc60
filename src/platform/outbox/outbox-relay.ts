import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

const BATCH = 200;
/** A queued message that nobody has finished for so long is put in the queue again. */
const REQUEUE_AFTER_SECONDS = 30;

/** Moves committed messages towards the queue. Claims by state, so that ids that commit out of order are never skipped. */
@Injectable()
export class OutboxRelay {
  constructor(private readonly db: Database) {}

  /**
   * Marks the waiting messages queued and returns their ids, oldest first; also those whose job was lost.
   * Two relays at once never take the same row.
   */
  async take(): Promise<string[]> {
    const rows = await this.db.statement<{ id: string }>(
      'outbox-take',
      `UPDATE outbox_message SET state = 'queued', enqueued_at = now()
       WHERE id IN (
         SELECT id FROM outbox_message
         WHERE (state = 'pending' AND available_at <= now())
            OR (state = 'queued' AND enqueued_at < now() - make_interval(secs => ${REQUEUE_AFTER_SECONDS})
                AND (lease_until IS NULL OR lease_until < now()))
         ORDER BY available_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING id`,
    );
    return rows.map((row) => row.id).sort();
  }

  /** Messages that wait to be done, and the age of the oldest in seconds. */
  async lag(): Promise<{ waiting: number; oldestSeconds: number; dead: number }> {
    const [row] = await this.db.statement<{ waiting: number; oldest: number; dead: number }>(
      'outbox-lag',
      `SELECT count(*) FILTER (WHERE state IN ('pending', 'queued') AND available_at <= now())::int AS waiting,
              coalesce(extract(epoch FROM now() - min(available_at) FILTER (WHERE state IN ('pending', 'queued') AND available_at <= now())), 0)::int AS oldest,
              count(*) FILTER (WHERE state = 'dead')::int AS dead
       FROM outbox_message WHERE state <> 'done'`,
    );
    return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ?? 0, dead: row?.dead ?? 0 };
  }
}
