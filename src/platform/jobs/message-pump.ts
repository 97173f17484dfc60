import { Injectable } from '@nestjs/common';
import { Logger } from '../logging/logger.js';
import { Handlers } from '../outbox/handlers.js';
import { isUrgent } from '../outbox/message.js';
import { BATCH, OutboxRelay, type QueuedMessage } from '../outbox/outbox-relay.js';
import { type Lane, LANES, type QueueBackend, type WaitingMessage } from './queue-backend.js';
import { QueueLink } from './queue-link.js';

/** One sweep takes no more, so that it ends also when the queue gives nothing back. */
const MOST_BATCHES = 5;

/** Moves messages from the outbox into the queue; while the queue is away they stay where they are. */
@Injectable()
export class MessagePump {
  private pumping = false;
  private again = false;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly handlers: Handlers,
    private readonly link: QueueLink,
    private readonly logger: Logger,
  ) {}

  /** Moves all that waits. Called again while it works, it looks once more at the end. */
  async pump(): Promise<void> {
    if (this.pumping) {
      this.again = true;
      return;
    }
    this.pumping = true;
    try {
      do {
        this.again = false;
        const moved = await this.move(() => this.relay.take(), (queue, lane, messages) => queue.add(lane, messages));
        if (moved > 0) this.again = true;
      } while (this.again);
    } catch (error) {
      this.logger.fault('relay failed', error);
    } finally {
      this.pumping = false;
    }
  }

  /** Puts all into the queue again that nobody has in hand: it may have been emptied. What still lies there lies there once. */
  async refill(): Promise<void> {
    await this.relay.putAllBack();
    await this.pump();
  }

  /** Puts back into the queue what it seems to have lost. Returns the lanes in which something had got stuck. */
  async sweep(): Promise<Set<Lane>> {
    const stuck = new Set<Lane>();
    try {
      for (let batch = 0, moved = BATCH; batch < MOST_BATCHES && moved === BATCH; batch += 1) {
        moved = await this.move(() => this.relay.takeStuck(), async (queue, lane, messages) => {
          stuck.add(lane);
          await queue.revive(lane, messages);
        });
      }
    } catch (error) {
      this.logger.fault('sweep failed', error);
    }
    return stuck;
  }

  private async move(take: () => Promise<QueuedMessage[]>, put: (queue: QueueBackend, lane: Lane, messages: readonly WaitingMessage[]) => Promise<void>): Promise<number> {
    const queue = this.link.current();
    if (queue === null) return 0;
    const messages = await take();
    try {
      for (const lane of LANES) {
        const own = messages.filter((message) => this.laneOf(message) === lane);
        if (own.length > 0) await put(queue, lane, own.map(({ id, kind }) => ({ id, urgent: isUrgent(kind) })));
      }
    } catch (error) {
      await this.relay.putBack(messages);
      throw error;
    }
    return messages.length;
  }

  private laneOf({ kind }: QueuedMessage): Lane {
    return this.handlers.all().get(kind)?.lane ?? 'database';
  }
}
