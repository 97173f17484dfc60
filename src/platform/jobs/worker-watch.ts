import { Injectable } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { Config } from '../config/config.js';
import { Logger } from '../logging/logger.js';
import { LaneWatch } from './lane-watch.js';
import { MessagePump } from './message-pump.js';
import type { Lane } from './queue-backend.js';
import { QueueLink } from './queue-link.js';
import { Rounds } from './rounds.js';
import { ScheduleRunner } from './schedule-runner.js';
import { WorkerSign } from './worker-sign.js';

/** The longest time between two looks at what may have been lost. */
const LONGEST_BETWEEN_LOOKS_MS = 5_000;

/** Distrusts the queue: looks again and again for what it should have done, and mends it from the database. */
@Injectable()
export class WorkerWatch {
  private readonly rounds: Rounds;
  private readonly lanes = new LaneWatch();

  constructor(
    private readonly config: Config,
    private readonly runner: ScheduleRunner,
    private readonly link: QueueLink,
    private readonly pump: MessagePump,
    private readonly sign: WorkerSign,
    private readonly alarms: Alarms,
    private readonly logger: Logger,
  ) {
    this.rounds = new Rounds((name, error) => this.logger.fault(`${name} failed`, error));
  }

  /** Signs and ticks for the first time; what fails then is done by the rounds that follow. */
  async start(): Promise<void> {
    const { OUTBOX_LOOK_MS, OUTBOX_REQUEUE_MS, TICK_SILENT_MS, CANARY_MS } = this.config.timing;
    this.rounds.every(OUTBOX_LOOK_MS, 'look', () => this.pump.pump());
    this.rounds.every(Math.min(OUTBOX_REQUEUE_MS, LONGEST_BETWEEN_LOOKS_MS), 'sweep', () => this.sweep());
    const betweenLooks = Math.min(TICK_SILENT_MS / 4, LONGEST_BETWEEN_LOOKS_MS);
    this.rounds.every(betweenLooks, 'tick watch', () => this.watchTick());
    this.rounds.every(betweenLooks, 'queue watch', () => this.watchQueue());
    this.rounds.every(CANARY_MS, 'sign', () => this.beat());
    await this.rounds.now('sign', () => this.beat());
    await this.rounds.now('tick', () => this.runner.tick());
  }

  /** No more rounds; the worker signs off. */
  async stop(): Promise<void> {
    this.rounds.stop();
    await this.sign.leave().catch((error: unknown) => this.logger.fault('sign failed', error));
  }

  /** The queue can be reached again, perhaps with less in it than before. */
  async queueBack(): Promise<void> {
    await this.rounds.now('refill', async () => {
      if (!(await this.mendIfEmptied())) await this.pump.refill();
    });
  }

  /** A job has been taken; returns what is called when it is over. */
  busy(lane: Lane): () => void {
    return this.lanes.busy(lane);
  }

  /** Messages that are put into the queue and never come out: the connection looks well and is not. */
  private async sweep(): Promise<void> {
    const stuck = await this.pump.sweep();
    if (!this.lanes.deaf(stuck)) return;
    this.logger.warning('the queue takes work and gives none; opening it anew');
    await this.link.reopen();
  }

  /** Sees within seconds what would show only after the longest silences: a line that hangs, and a queue that was emptied. */
  private async watchQueue(): Promise<void> {
    const queue = this.link.current();
    if (queue === null || (await queue.answers()) || (await queue.answers())) {
      await this.mendIfEmptied();
      return;
    }
    this.logger.warning('the queue looks open and does not answer; opening it anew');
    await this.link.reopen();
  }

  /** A queue without alarm clock has been emptied: sets it and puts everything back. True when it was so. */
  private async mendIfEmptied(): Promise<boolean> {
    const queue = this.link.current();
    if (queue === null || (await queue.isTicking())) return false;
    await queue.keepTicking(this.config.timing.TICK_MS);
    await this.pump.refill();
    await this.alarms.raise('queue_silent', 'the queue was emptied; everything has been put back');
    return true;
  }

  /** The queue's alarm clock may be lost without a word: then the worker ticks by itself, sets it again and tells the administrator. */
  private async watchTick(): Promise<void> {
    const silent = await this.runner.silentMs();
    if (silent < this.config.timing.TICK_SILENT_MS) return;
    await this.runner.tick();
    // An alarm clock that is set again would hide that the queue was emptied.
    if (!(await this.mendIfEmptied())) await this.link.current()?.keepTicking(this.config.timing.TICK_MS);
    await this.alarms.raise('queue_silent', 'the queue has not ticked; ticked from inside', { seconds: Math.round(Math.min(silent, Number.MAX_SAFE_INTEGER) / 1_000) });
  }

  private async beat(): Promise<void> {
    const before = this.sign.healthy;
    await this.sign.beat(this.link.current() !== null);
    if (this.sign.healthy) return;
    if (before) await this.alarms.raise('worker_silent', 'the worker does no work: its own message has not come back');
    await this.link.reopen();
  }
}
