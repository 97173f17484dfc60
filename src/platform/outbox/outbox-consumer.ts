import { Injectable } from '@nestjs/common';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { isTransient } from '../database/postgres-errors.js';
import { DomainError } from '../errors/domain-error.js';
import { faultPoint } from '../faults/fault-points.js';
import { Logger } from '../logging/logger.js';
import { Handlers } from './handlers.js';
import type { MessagePayload } from './message.js';

const LEASE_SECONDS = 60;
/** After so many tries a message is dead and shown to the administrator; with the pauses below that is about two hours. */
const MOST_TRIES = 10;

interface Claimed {
  readonly id: string;
  readonly kind: string;
  readonly payload: MessagePayload;
  readonly fence: number;
  readonly attempts: number;
}

/** Takes one message at a time under a lease and a fence; a repeat of a finished message does nothing. */
@Injectable()
export class OutboxConsumer {
  constructor(
    private readonly db: Database,
    private readonly handlers: Handlers,
    private readonly logger: Logger,
  ) {}

  async process(messageId: string): Promise<void> {
    const claimed = await this.claim(messageId);
    if (claimed === null) return;
    try {
      await this.handle(claimed);
    } catch (error) {
      await this.fail(claimed, error);
    }
  }

  private async claim(id: string): Promise<Claimed | null> {
    const [row] = await this.db.statement<Claimed>(
      'outbox-claim',
      `UPDATE outbox_message SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), fence = fence + 1, attempts = attempts + 1
       WHERE id = $1 AND state IN ('pending', 'queued') AND (lease_until IS NULL OR lease_until < now())
       RETURNING id, kind, payload, fence, attempts`,
      [id],
    );
    return row ?? null;
  }

  private async handle(message: Claimed): Promise<void> {
    const { database, effect } = this.handlers.of(message.kind);
    await faultPoint('outbox.claimed', [message.kind]);
    if (effect !== null) await effect(message.payload, { messageId: message.id, fence: message.fence });
    await faultPoint('outbox.effect-done', [message.kind]);
    await this.db.transaction(systemActor(message.id), async (tx) => {
      const finished = await tx.execute(
        `UPDATE outbox_message SET state = 'done', finished_at = now(), lease_until = NULL WHERE id = $1 AND fence = $2 AND state <> 'done'`,
        [message.id, message.fence],
      );
      if (finished === 0) return this.logger.warning('message was taken over by another worker', { messageId: message.id, kind: message.kind });
      for (const handler of database) await handler(tx, message.payload);
    });
  }

  private async fail(message: Claimed, error: unknown): Promise<void> {
    const dead = message.attempts >= MOST_TRIES && !isTransient(error);
    this.logger.fault(dead ? 'message is dead' : 'message failed, will be tried again', error, { messageId: message.id, kind: message.kind });
    const reason = error instanceof DomainError ? error.code : error instanceof Error ? error.constructor.name : 'unknown';
    const pause = Math.min(2 ** message.attempts, 1_800);
    await this.db.statement(
      'outbox-fail',
      `UPDATE outbox_message SET state = $3::varchar, lease_until = NULL, available_at = now() + make_interval(secs => $4), last_error = $5,
         finished_at = CASE WHEN $3::varchar = 'dead' THEN now() END
       WHERE id = $1 AND fence = $2 AND state <> 'done'`,
      [message.id, message.fence, dead ? 'dead' : 'pending', pause, reason],
    );
  }
}
