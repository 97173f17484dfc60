import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { unavailable } from '../../platform/errors/domain-error.js';

/** More bookings at once only wait for one another's locks. */
const MOST_AT_ONCE = 8;
/** Connections that are left for everything else. */
const LEFT_FOR_OTHERS = 4;
/** Nobody waits behind more than this; a municipality has some hundred items a month. */
const LONGEST_QUEUE = 2_000;

/** Lets only so many booking transactions run at once that they never take the whole pool; the others wait in line. */
@Injectable()
export class BookingGate {
  private readonly capacity: number;
  private readonly waiting: Array<() => void> = [];
  private running = 0;

  constructor(config: Config) {
    this.capacity = Math.max(1, Math.min(MOST_AT_ONCE, config.DATABASE_POOL - LEFT_FOR_OTHERS));
  }

  /**
   * Runs the work when its turn comes, in the order of asking.
   * @throws DomainError unavailable `bookings_busy` when the line is extremely long
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.capacity) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= LONGEST_QUEUE) throw unavailable('bookings_busy', 'Usædvanligt mange booker lige nu. Intet er gemt. Prøv igen om lidt.');
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Hands the place over to the next in line, so that nobody slips in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
