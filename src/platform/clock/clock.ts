import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/**
 * The database's clock decides. A seed or a test may put another in its place; production refuses.
 */
@Injectable()
export class Clock {
  private moved: Date | null = null;

  constructor(private readonly config: Config) {}

  /** Stops the clock at an instant; `null` lets the database's `now()` rule again. */
  moveTo(instant: Date | null): void {
    if (this.config.production) throw new Error('the clock is never moved in production');
    this.moved = instant;
  }

  /** The moved instant, or null when the database decides. */
  movedTo(): Date | null {
    return this.moved;
  }
}
