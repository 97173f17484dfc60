import type { Tx } from '../../platform/database/tx.js';
import type { Schedule } from '../../platform/jobs/scheduled.js';

export interface ScheduleLine {
  readonly name: string;
  readonly everySeconds: number;
  readonly lastRunAt: Date | null;
  /** How much later than planned it is by now; 0 when it is on time. */
  readonly lateSeconds: number;
  /** Since it last succeeded, a run has failed with this code. */
  readonly lastError: string | null;
  /** The first such failure. */
  readonly failingSince: Date | null;
}

type Row = Omit<ScheduleLine, 'everySeconds' | 'lateSeconds'>;

/** Every schedule of this build with how late it is, in seconds; the latest first. */
export async function listSchedules(tx: Tx, schedules: readonly Schedule[]): Promise<ScheduleLine[]> {
  const rows = await tx.query<Row>(
    'SELECT name, last_run_at AS "lastRunAt", last_error AS "lastError", failed_at AS "failingSince" FROM schedule_tick', [], 'job-schedules',
  );
  const byName = new Map(rows.map((row) => [row.name, row]));
  return schedules.map(({ name, everySeconds }) => lineOf(tx.now, everySeconds, byName.get(name) ?? { name, lastRunAt: null, lastError: null, failingSince: null }))
    .sort((one, other) => other.lateSeconds - one.lateSeconds || (one.name < other.name ? -1 : 1));
}

function lineOf(now: Date, everySeconds: number, row: Row): ScheduleLine {
  const since = row.lastRunAt === null ? everySeconds : (now.getTime() - row.lastRunAt.getTime()) / 1_000;
  return { ...row, everySeconds, lateSeconds: Math.max(0, Math.round(since - everySeconds)) };
}
