import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { openQueue } from './open-queue.js';
import type { Processor, QueueBackend } from './queue-backend.js';
import { EvictionRefused } from './redis-queue.js';

const RETRY_MS = 1_000;
/** A queue that does not let go is left behind after so long. */
const CLOSE_MS = 2_000;
/** While the queue is away, its fault is told so often. */
const QUIET_MS = 30_000;

/** Holds the worker's connection to the queue: opens it, opens it again, and bears that it is away. */
@Injectable()
export class QueueLink {
  private backend: QueueBackend | null = null;
  private processor: Processor | null = null;
  private onBack: () => void = () => undefined;
  private opening: Promise<void> | null = null;
  private stopped = false;
  private lastTold = 0;

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /**
   * Opens the queue and takes work from it. When it is away this returns all the same, and goes on trying.
   * @param onBack called whenever the queue can be reached again; what it held may be gone
   * @throws EvictionRefused when the queue is there but not safe
   */
  async start(processor: Processor, onBack: () => void): Promise<void> {
    this.processor = processor;
    this.onBack = onBack;
    try {
      await this.open(processor);
    } catch (error) {
      if (error instanceof EvictionRefused) throw error;
      this.tell(error);
      this.opening = this.openLater(processor);
    }
  }

  /** The open queue, or null while it is away. */
  current(): QueueBackend | null {
    return this.backend?.ready() === true ? this.backend : null;
  }

  /** Leaves the connection as it is and makes a new one: for a queue that takes work but gives none. */
  async reopen(): Promise<void> {
    if (this.opening !== null || this.stopped || this.processor === null) return;
    const old = this.backend;
    this.backend = null;
    this.opening = this.openLater(this.processor);
    await leave(old);
  }

  /** Waits for the work under way, at most so long, and lets go of the queue. */
  async stop(drainMs: number): Promise<void> {
    this.stopped = true;
    const { backend } = this;
    this.backend = null;
    if (backend === null) return;
    await Promise.race([backend.drain().catch(() => undefined), pause(drainMs, undefined, { ref: false })]);
    await leave(backend);
  }

  private async open(processor: Processor): Promise<void> {
    const backend = await openQueue(this.config, (error) => this.tell(error), () => this.onBack());
    if (this.stopped) return leave(backend);
    this.backend = backend;
    backend.work(processor);
    await backend.keepTicking(this.config.timing.TICK_MS).catch((error: unknown) => this.tell(error));
  }

  private async openLater(processor: Processor): Promise<void> {
    for (let opened = false; !opened && !this.stopped; ) {
      await pause(RETRY_MS, undefined, { ref: false });
      opened = await this.open(processor).then(() => true, (error: unknown) => {
        this.tell(error);
        return false;
      });
    }
    this.opening = null;
    if (!this.stopped) this.onBack();
  }

  private tell(error: unknown): void {
    if (this.stopped || Date.now() - this.lastTold < QUIET_MS) return;
    this.lastTold = Date.now();
    this.logger.fault('the queue is away or fails; messages wait in the outbox', error);
  }
}

async function leave(backend: QueueBackend | null): Promise<void> {
  if (backend === null) return;
  await Promise.race([backend.close().catch(() => undefined), pause(CLOSE_MS, undefined, { ref: false })]);
}
