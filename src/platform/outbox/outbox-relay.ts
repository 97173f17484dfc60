import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';

/** So many messages are taken at a time. */
export const BATCH = 200;

export interface QueuedMessage {
  readonly id: string;
  readonly kind: string;
}

/** Moves committed messages towards the queue. Claims by state, so that ids that commit out of order are never skipped. */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** Marks the waiting messages queued and returns them, oldest first. Two relays at once never take the same row. */
  async take(): Promise<QueuedMessage[]> {
    return this.mark('outbox-take', `state = 'pending' AND available_at <= now()`, []);
  }

  /** The sweep: messages that were put into the queue long ago and that nobody works on. Their jobs may be lost, failed or still in line. */
  async takeStuck(): Promise<QueuedMessage[]> {
    const stuck = `state = 'queued' AND enqueued_at < now() - make_interval(secs => $1 / 1000.0) AND (lease_until IS NULL OR lease_until < now())`;
    return this.mark('outbox-take-stuck', stuck, [this.config.timing.OUTBOX_REQUEUE_MS]);
  }

  /** The queue did not take them: they wait again. */
  async putBack(messages: readonly QueuedMessage[]): Promise<void> {
    await this.db.statement(
      'outbox-put-back', `UPDATE outbox_message SET state = 'pending' WHERE id = ANY($1) AND state = 'queued' AND lease_until IS NULL`,
      [messages.map((message) => message.id)],
    );
  }

  /** All that the queue was given and nobody works on waits again. */
  async putAllBack(): Promise<void> {
    await this.db.statement('outbox-put-all-back', `UPDATE outbox_message SET state = 'pending' WHERE state = 'queued' AND (lease_until IS NULL OR lease_until < now())`);
  }

  private async mark(name: string, waiting: string, params: unknown[]): Promise<QueuedMessage[]> {
    const rows = await this.db.statement<QueuedMessage>(
      name,
      `UPDATE outbox_message SET state = 'queued', enqueued_at = now()
       WHERE id IN (SELECT id FROM outbox_message WHERE ${waiting} ORDER BY available_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING id, kind`,
      params,
    );
    return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}
