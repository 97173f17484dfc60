import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { Handlers } from '../outbox/handlers.js';
import { OutboxConsumer } from '../outbox/outbox-consumer.js';
import { OutboxListener } from '../outbox/outbox-listener.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { openQueueBackend, type QueueBackend, type WorkItem } from './queue-backend.js';
import { ScheduleRunner } from './schedule-runner.js';

const TICK_MS = 15_000;
/** Without a notification the relay looks by itself this often. */
const LOOK_MS = 2_000;
/** A queue that has not ticked for so long is helped from inside the process. */
const SILENT_MS = 60_000;

/** The worker: relays messages into the queue, takes them out again, runs schedules. Owns no data. */
@Injectable()
export class WorkerHost {
  private backend: QueueBackend | null = null;
  private worker: { close(): Promise<void> } | null = null;
  private timer: NodeJS.Timeout | null = null;
  private relaying = false;
  private again = false;
  private lastTick = Date.now();

  constructor(
    private readonly config: Config,
    private readonly handlers: Handlers,
    private readonly consumer: OutboxConsumer,
    private readonly relay: OutboxRelay,
    private readonly listener: OutboxListener,
    private readonly runner: ScheduleRunner,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    this.handlers.all();
    const failed = (error: Error): void => this.logger.fault('queue connection', error);
    this.backend = await openQueueBackend(this.config, failed);
    this.worker = this.backend.work((item) => this.take(item), failed);
    await this.backend.queue.keepTicking(TICK_MS);
    await this.listener.listen(() => void this.pump());
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    await this.tick();
  }

  /** Finishes what is under way and takes nothing new. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.listener.stop();
    await this.worker?.close();
    await this.backend?.close();
  }

  private async take(item: WorkItem): Promise<void> {
    if (item.messageId === undefined) await this.tick();
    else await this.consumer.process(item.messageId);
  }

  private async tick(): Promise<void> {
    this.lastTick = Date.now();
    await this.runner.tick();
  }

  private async look(): Promise<void> {
    await this.pump();
    if (Date.now() - this.lastTick < SILENT_MS) return;
    this.logger.warning('the queue has not ticked; ticking from inside', {});
    await this.tick().catch((error: unknown) => this.logger.fault('tick failed', error));
    await this.backend?.queue.keepTicking(TICK_MS).catch((error: unknown) => this.logger.fault('scheduler', error));
  }

  private async pump(): Promise<void> {
    if (this.relaying) {
      this.again = true;
      return;
    }
    this.relaying = true;
    try {
      do {
        this.again = false;
        const ids = await this.relay.take();
        if (ids.length > 0) await this.backend?.queue.addMessages(ids);
        if (ids.length > 0) this.again = true;
      } while (this.again);
    } catch (error) {
      this.logger.fault('relay failed', error);
    } finally {
      this.relaying = false;
    }
  }
}
