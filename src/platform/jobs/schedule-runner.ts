import { Injectable } from '@nestjs/common';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { Logger } from '../logging/logger.js';
import { type Schedule, Schedules } from './scheduled.js';

const LEASE_SECONDS = 300;

/** Runs what is due. The queue only wakes it: what has run when stands in `schedule_tick`. */
@Injectable()
export class ScheduleRunner {
  constructor(
    private readonly db: Database,
    private readonly schedules: Schedules,
    private readonly logger: Logger,
  ) {}

  /** Runs every schedule whose time has come; one that fails leaves the others alone and is tried at the next tick. */
  async tick(): Promise<void> {
    for (const schedule of this.schedules.all()) {
      if (await this.claim(schedule)) await this.run(schedule);
    }
  }

  /** Runs one schedule now, whether due or not. */
  async run(schedule: Schedule): Promise<void> {
    try {
      await this.db.transaction(systemActor(), (tx) => schedule.run(tx));
      await this.finish(schedule.name, null);
    } catch (error) {
      this.logger.fault('schedule failed', error, { schedule: schedule.name });
      await this.finish(schedule.name, error instanceof Error ? error.constructor.name : 'unknown');
    }
  }

  private async claim({ name, everySeconds }: Schedule): Promise<boolean> {
    const rows = await this.db.statement(
      'schedule-claim',
      `INSERT INTO schedule_tick (name, lease_until) VALUES ($1, now() + make_interval(secs => ${LEASE_SECONDS}))
       ON CONFLICT (name) DO UPDATE SET lease_until = excluded.lease_until
       WHERE (schedule_tick.lease_until IS NULL OR schedule_tick.lease_until < now())
         AND (schedule_tick.last_run_at IS NULL OR schedule_tick.last_run_at <= now() - make_interval(secs => $2))
       RETURNING name`,
      [name, everySeconds],
    );
    return rows.length === 1;
  }

  private async finish(name: string, error: string | null): Promise<void> {
    await this.db.statement(
      'schedule-finish',
      `UPDATE schedule_tick SET lease_until = NULL, last_error = $2, last_run_at = CASE WHEN $2::varchar IS NULL THEN now() ELSE last_run_at END WHERE name = $1`,
      [name, error],
    );
  }
}
