import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { Database } from '../database/database.js';
import { Logger } from '../logging/logger.js';

const EVERY_MS = 60_000;
/** More than this between the machine's clock and the database's, and somebody is told. */
const TOLERATED_SECONDS = 30;

/** The database's clock decides what is due; a machine whose own clock is wrong still writes wrong times into mails and logs. */
@Injectable()
export class ClockWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private seconds = 0;

  constructor(
    private readonly db: Database,
    private readonly alarms: Alarms,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
    setImmediate(() => void this.look());
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** How far this machine's clock was ahead of the database's when they were last compared. */
  get skewSeconds(): number {
    return this.seconds;
  }

  /** Compares the clocks; half of the time that the question took is taken off. */
  async look(): Promise<void> {
    if (this.timer === null) return;
    try {
      const [asked, begun] = [Date.now(), performance.now()];
      const [row] = await this.db.statement<{ at: Date }>('clock', 'SELECT clock_timestamp() AS at');
      if (row === undefined) return;
      this.seconds = (asked + (performance.now() - begun) / 2 - row.at.getTime()) / 1_000;
      if (Math.abs(this.seconds) > TOLERATED_SECONDS) {
        await this.alarms.raise('clock_skew', "this machine's clock differs from the database's", { seconds: Math.round(this.seconds) });
      }
    } catch (error) {
      if (this.timer !== null) this.logger.fault('the clocks could not be compared', error);
    }
  }
}
