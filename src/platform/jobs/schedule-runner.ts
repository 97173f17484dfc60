import { Injectable } from '@nestjs/common';
import { Alarms } from '../alarms/alarms.js';
import { systemActor } from '../database/actor.js';
import { Database } from '../database/database.js';
import { Logger } from '../logging/logger.js';
import { reasonOf } from '../outbox/retry.js';
import { type Schedule, Schedules } from './scheduled.js';

/** The row that tells when anything ticked last. */
export const TICK = 'tick';

/** A schedule that fails is tried again at each tick; when it has done nothing else for so long, it is a matter for the administrator. */
const FAILING_MINUTES = 15;

/**
 * Runs what is due. The queue only wakes it: what has run when stands in `schedule_tick`, and is written in the same
 * transaction as the work. The row is locked meanwhile, so that one worker runs a schedule at a time; when the worker is
 * killed the lock goes with its connection, and the next tick of any other takes over.
 */
@Injectable()
export class ScheduleRunner {
  private known: readonly Schedule[] | null = null;

  constructor(
    private readonly db: Database,
    private readonly schedules: Schedules,
    private readonly alarms: Alarms,
    private readonly logger: Logger,
  ) {}

  /** @throws Error when two schedules share a name */
  check(): void {
    this.schedules.all();
  }

  /** Runs every schedule whose time has come; one that fails leaves the others alone and is tried at the next tick. */
  async tick(): Promise<void> {
    const schedules = await this.prepared();
    await this.db.statement('schedule-tick', 'UPDATE schedule_tick SET last_run_at = now() WHERE name = $1', [TICK]);
    for (const schedule of schedules) await this.runIfDue(schedule);
  }

  /** Milliseconds since anything ticked last, by the database's clock. */
  async silentMs(): Promise<number> {
    await this.prepared();
    const [row] = await this.db.statement<{ silent: number | null }>(
      'schedule-silent', 'SELECT (extract(epoch FROM now() - last_run_at) * 1000)::float8 AS silent FROM schedule_tick WHERE name = $1', [TICK],
    );
    return row?.silent ?? Number.POSITIVE_INFINITY;
  }

  private async runIfDue(schedule: Schedule): Promise<void> {
    const begun = performance.now();
    try {
      const ran = await this.db.transaction(systemActor(undefined, schedule.name), async (tx) => {
        const [due] = await tx.query(
          `SELECT name FROM schedule_tick WHERE name = $1 AND (last_run_at IS NULL OR last_run_at <= now() - make_interval(secs => $2))
           FOR UPDATE SKIP LOCKED`,
          [schedule.name, schedule.everySeconds], 'schedule-due',
        );
        if (due === undefined) return false;
        await schedule.run(tx);
        await tx.execute('UPDATE schedule_tick SET last_run_at = now(), last_error = NULL, failed_at = NULL WHERE name = $1', [schedule.name]);
        return true;
      });
      if (ran) this.logger.info('schedule done', { schedule: schedule.name, milliseconds: Math.round(performance.now() - begun) });
    } catch (error) {
      this.logger.fault('schedule failed', error, { schedule: schedule.name });
      await this.noteFailure(schedule, reasonOf(error));
    }
  }

  /** `failed_at` is the first failure since it last succeeded. */
  private async noteFailure({ name }: Schedule, reason: string): Promise<void> {
    const [failed] = await this.db.statement<{ tooLong: boolean }>(
      'schedule-failed',
      `UPDATE schedule_tick SET last_error = $2, failed_at = coalesce(failed_at, now()) WHERE name = $1
       RETURNING failed_at < now() - make_interval(mins => $3) AS "tooLong"`,
      [name, reason, FAILING_MINUTES],
    );
    if (failed?.tooLong === true) await this.alarms.raise('schedule_failing', 'a schedule fails time after time', { schedule: name });
  }

  /** Every schedule has its row, so that it can be locked. */
  private async prepared(): Promise<readonly Schedule[]> {
    if (this.known !== null) return this.known;
    const all = this.schedules.all();
    await this.db.statement(
      'schedule-rows', 'INSERT INTO schedule_tick (name) SELECT unnest($1::varchar[]) ON CONFLICT DO NOTHING', [[TICK, ...all.map((schedule) => schedule.name)]],
    );
    this.known = all;
    return all;
  }
}
