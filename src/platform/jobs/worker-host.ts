import { Injectable } from '@nestjs/common';
import { Handlers } from '../outbox/handlers.js';
import { OutboxConsumer } from '../outbox/outbox-consumer.js';
import { OutboxListener } from '../outbox/outbox-listener.js';
import { MessagePump } from './message-pump.js';
import type { Lane, WorkItem } from './queue-backend.js';
import { QueueLink } from './queue-link.js';
import { ScheduleRunner } from './schedule-runner.js';
import { WorkerWatch } from './worker-watch.js';

/** Work under way is waited for so long when the process is told to go. */
const DRAIN_MS = 6_000;

/** The worker: relays messages into the queue, takes them out again, runs schedules. Owns no data. */
@Injectable()
export class WorkerHost {
  constructor(
    private readonly handlers: Handlers,
    private readonly consumer: OutboxConsumer,
    private readonly listener: OutboxListener,
    private readonly runner: ScheduleRunner,
    private readonly link: QueueLink,
    private readonly pump: MessagePump,
    private readonly watch: WorkerWatch,
  ) {}

  /**
   * Starts at once, also while the queue is away.
   * @throws EvictionRefused when the queue may lose work; Error when two handlers or schedules share a name
   */
  async start(): Promise<void> {
    this.handlers.all();
    this.runner.check();
    await this.link.start((lane, item) => this.take(lane, item), () => void this.watch.queueBack());
    await this.listener.listen(() => void this.pump.pump());
    await this.watch.start();
  }

  /** Finishes what is under way and takes nothing new. */
  async stop(): Promise<void> {
    await this.listener.stop();
    await this.link.stop(DRAIN_MS);
    await this.watch.stop();
  }

  private async take(lane: Lane, item: WorkItem): Promise<void> {
    const done = this.watch.busy(lane);
    try {
      if (item.messageId === undefined) await this.runner.tick();
      else await this.consumer.process(item.messageId);
    } finally {
      done();
    }
  }
}
