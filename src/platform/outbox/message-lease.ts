import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { MessagePayload } from './message.js';

export interface ClaimedMessage {
  readonly id: string;
  readonly kind: string;
  readonly payload: MessagePayload;
  /** Rises with every claim, and when the message is given back: whatever the last claim still had under way is too late then. */
  readonly fence: number;
  /** Claims until now, this one included. */
  readonly attempts: number;
  /** Claims whose worker never came back. */
  readonly lost: number;
}

type Held = Pick<ClaimedMessage, 'id' | 'fence'>;

/** Whose a message is for the moment. The time is the database's, so that a worker's clock decides nothing. */
@Injectable()
export class MessageLease {
  private readonly milliseconds: number;

  constructor(
    private readonly db: Database,
    config: Config,
  ) {
    this.milliseconds = config.timing.OUTBOX_LEASE_MS;
  }

  /** Takes the message for one lease; null when it is finished or somebody else's. */
  async claim(id: string): Promise<ClaimedMessage | null> {
    const [row] = await this.db.statement<ClaimedMessage>(
      'outbox-claim',
      `UPDATE outbox_message SET lease_until = now() + make_interval(secs => $2 / 1000.0), fence = fence + 1, attempts = attempts + 1,
         lost = lost + CASE WHEN lease_until IS NULL THEN 0 ELSE 1 END
       WHERE id = $1 AND state IN ('pending', 'queued') AND (lease_until IS NULL OR lease_until < now())
       RETURNING id, kind, payload, fence, attempts, lost`,
      [id, this.milliseconds],
    );
    return row ?? null;
  }

  /** Another lease from now on; false when the message has been taken over or finished in the meantime. */
  async renew({ id, fence }: Held): Promise<boolean> {
    const rows = await this.db.statement(
      'outbox-renew',
      `UPDATE outbox_message SET lease_until = now() + make_interval(secs => $3 / 1000.0)
       WHERE id = $1 AND fence = $2 AND state IN ('pending', 'queued') RETURNING id`,
      [id, fence, this.milliseconds],
    );
    return rows.length === 1;
  }

  /** Marks the message done; false when it has been taken over: then its work must not be done in this transaction. */
  async finish(tx: Tx, { id, fence }: Held): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE outbox_message SET state = 'done', finished_at = now(), lease_until = NULL, last_error = NULL
       WHERE id = $1 AND fence = $2 AND state IN ('pending', 'queued')`,
      [id, fence],
    );
    return changed === 1;
  }

  /** Gives the message back for another try after the pause; false when it has been taken over. */
  async giveBack({ id, fence }: Held, pauseMs: number, reason: string): Promise<boolean> {
    const rows = await this.db.statement(
      'outbox-give-back',
      `UPDATE outbox_message SET state = 'pending', lease_until = NULL, fence = fence + 1, available_at = now() + make_interval(secs => $3 / 1000.0), last_error = $4
       WHERE id = $1 AND fence = $2 AND state IN ('pending', 'queued') RETURNING id`,
      [id, fence, pauseMs, reason],
    );
    return rows.length === 1;
  }

  /** Lets the message wait for its turn: this claim is no try. */
  async postpone({ id, fence }: Held, pauseMs: number): Promise<void> {
    await this.db.statement(
      'outbox-postpone',
      `UPDATE outbox_message SET state = 'pending', lease_until = NULL, fence = fence + 1, available_at = now() + make_interval(secs => $3 / 1000.0), attempts = attempts - 1
       WHERE id = $1 AND fence = $2 AND state IN ('pending', 'queued')`,
      [id, fence, pauseMs],
    );
  }

  /** Ends the message without its work being done; false when it has been taken over. */
  async bury(tx: Tx, { id, fence }: Held, reason: string): Promise<boolean> {
    const changed = await tx.execute(
      `UPDATE outbox_message SET state = 'dead', finished_at = now(), lease_until = NULL, last_error = $3
       WHERE id = $1 AND fence = $2 AND state IN ('pending', 'queued')`,
      [id, fence, reason],
    );
    return changed === 1;
  }

  /** Prolongs the lease until it is told to stop; calls `lost` when the message has been taken over. */
  keepAlive(held: Held, lost: () => void): () => void {
    const timer = setInterval(() => {
      // A renewal that fails is made up for by the next; when all fail, the lease ends and the fence decides.
      this.renew(held).then((mine) => (mine ? undefined : lost()), () => undefined);
    }, this.milliseconds / 3);
    return () => clearInterval(timer);
  }
}
