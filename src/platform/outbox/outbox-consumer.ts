import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { faultPoint } from '../faults/fault-points.js';
import { Logger } from '../logging/logger.js';
import { withinLimit } from './effect-limit.js';
import { type EffectHandler, Handlers } from './handlers.js';
import { defineMessage, isRoutine } from './message.js';
import { type ClaimedMessage, MessageLease } from './message-lease.js';
import { endsItsWorkers, judge, NotItsTurn, reasonOf } from './retry.js';

/** A message is dead: its work is not done. Whoever cares asks a person to look. */
export const messageDied = defineMessage<{ messageId: string; kind: string }>('outbox.message-died');

/** Somebody else has taken the message over while we were away; what they do is what counts. */
export class LeaseLost extends Error {}

/** Takes one message at a time under a lease and a fence; a repeat of a finished message does nothing. */
@Injectable()
export class OutboxConsumer {
  constructor(
    private readonly db: Database,
    private readonly lease: MessageLease,
    private readonly handlers: Handlers,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** Handles a message that is due and nobody else holds; any other call does nothing. A failure is noted in its row and tried again. */
  async process(messageId: string): Promise<void> {
    const claimed = await this.lease.claim(messageId);
    if (claimed === null) return;
    const begun = performance.now();
    try {
      if (endsItsWorkers(claimed, this.config.timing.OUTBOX_TRIES)) return await this.bury(claimed, 'worker_lost');
      await this.handle(claimed, begun);
    } catch (error) {
      await this.fail(claimed, error);
    }
  }

  private async handle(message: ClaimedMessage, begun: number): Promise<void> {
    const { database, effect } = this.handlers.of(message.kind);
    await faultPoint('outbox.claimed', [message.kind]);
    if (effect !== null) await this.affect(message, effect);
    await faultPoint('outbox.effect-done', [message.kind]);
    const mine = await this.db.transaction(systemActor(message.id, message.kind), async (tx) => {
      const finished = await this.lease.finish(tx, message);
      if (finished) for (const handler of database) await handler(tx, message.payload);
      return finished;
    });
    if (!mine) return this.warnTakenOver(message);
    if (isRoutine(message.kind)) return;
    this.logger.info('message done', { messageId: message.id, kind: message.kind, attempt: message.attempts, milliseconds: Math.round(performance.now() - begun) });
  }

  private async affect(message: ClaimedMessage, effect: EffectHandler): Promise<void> {
    const abort = new AbortController();
    const stop = this.lease.keepAlive(message, () => abort.abort());
    const stillMine = async (): Promise<void> => {
      if (!(await this.lease.renew(message))) throw new LeaseLost('the message was taken over');
    };
    try {
      await withinLimit(this.config.timing.OUTBOX_EFFECT_MS, abort, (signal) => effect(message.payload, { messageId: message.id, fence: message.fence, signal, stillMine }));
    } finally {
      stop();
    }
  }

  private async fail(message: ClaimedMessage, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return this.warnTakenOver(message);
    const { OUTBOX_TRIES, OUTBOX_PAUSE_MS } = this.config.timing;
    if (error instanceof NotItsTurn) return this.lease.postpone(message, OUTBOX_PAUSE_MS);
    const verdict = judge(message, error, OUTBOX_TRIES, OUTBOX_PAUSE_MS);
    this.logger.fault(verdict.dead ? 'message is dead' : 'message failed, will be tried again', error, { messageId: message.id, kind: message.kind, attempt: message.attempts });
    if (verdict.dead) await this.bury(message, reasonOf(error));
    else if (!(await this.lease.giveBack(message, verdict.pauseMs, reasonOf(error)))) this.warnTakenOver(message);
  }

  private async bury(message: ClaimedMessage, reason: string): Promise<void> {
    await this.db.transaction(systemActor(message.id, message.kind), async (tx) => {
      if (!(await this.lease.bury(tx, message, reason))) return this.warnTakenOver(message);
      if (message.kind !== messageDied.kind) tx.enqueue(messageDied, { messageId: message.id, kind: message.kind });
    });
  }

  private warnTakenOver({ id, kind }: ClaimedMessage): void {
    this.logger.warning('message was taken over by another worker', { messageId: id, kind });
  }
}
