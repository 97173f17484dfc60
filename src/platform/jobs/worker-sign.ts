import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { newId } from '../database/ids.js';
import type { Tx } from '../database/tx.js';
import { Handles } from '../outbox/handlers.js';
import { defineMessage } from '../outbox/message.js';

/** A worker writes to itself: the message takes the way of all others, but ahead of them, so its return shows that work comes through, however much waits. */
export const canary = defineMessage<{ workerId: string }>('operations.canary', { routine: true, urgent: true });

/** Signs of workers that have not been seen for a day are forgotten. */
const FORGOTTEN_AFTER = '1 day';

/** The worker's sign of life in the database, where the web process and the monitoring read it. */
@Injectable()
export class WorkerSign {
  private readonly id = newId();
  private silentMs = 0;

  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** False when the worker's own message has not come back for too long: it runs and does no work. */
  get healthy(): boolean {
    return this.silentMs <= this.config.timing.CANARY_SILENT_MS;
  }

  /** Signs, and sends the next message to itself unless the last is still under way. */
  async beat(queueOpen: boolean): Promise<void> {
    const [row] = await this.db.statement<{ silentMs: number; underWay: boolean }>(
      'worker-sign',
      `INSERT INTO worker_sign (id, started_at, seen_at, queue, canary_at) VALUES ($1, now(), now(), $2, now())
       ON CONFLICT (id) DO UPDATE SET seen_at = now(), queue = excluded.queue
       RETURNING (extract(epoch FROM now() - canary_at) * 1000)::float8 AS "silentMs",
         EXISTS (SELECT 1 FROM outbox_message WHERE kind = $3 AND state IN ('pending', 'queued') AND payload ->> 'workerId' = $4) AS "underWay"`,
      [this.id, queueOpen ? 'open' : 'away', canary.kind, this.id],
    );
    this.silentMs = row?.silentMs ?? 0;
    if (row?.underWay !== true) await this.db.transaction(systemActor(), async (tx) => tx.enqueue(canary, { workerId: this.id }));
  }

  /** Any worker may handle it; the message leaves no row behind. */
  @Handles(canary)
  async returned(tx: Tx, { workerId }: { workerId: string }): Promise<void> {
    await tx.execute('UPDATE worker_sign SET canary_at = now() WHERE id = $1', [workerId]);
    await tx.execute('DELETE FROM outbox_message WHERE id = $1', [tx.actor.requestId]);
  }

  /** This worker has ended in order; also forgets those that did not. */
  async leave(): Promise<void> {
    await this.db.statement('worker-leave', `DELETE FROM worker_sign WHERE id = $1 OR seen_at < now() - interval '${FORGOTTEN_AFTER}'`, [this.id]);
    await this.db.statement('canary-leave', `DELETE FROM outbox_message WHERE kind = $1 AND state <> 'done' AND payload ->> 'workerId' = $2`, [canary.kind, this.id]);
  }
}
