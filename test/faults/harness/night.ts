import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, parseCalendarDate } from '../../../src/platform/clock/calendar-date.js';
import type { FakeClock } from './fake-clock.js';
import { messagesUnderWay } from './oracle/i2-outbox.js';
import { until } from './patience.js';
import type { Stage } from './stage.js';

/** The database looks at its clock file every second or two. */
const SETTLE_MS = 10_000;
/** In UTC, everywhere in the Union. */
export const CHANGE = '01:00';

/** The next last Sundays of March and October. */
export function nextChanges(): { spring: CalendarDate; autumn: CalendarDate } {
  const today = Temporal.Now.plainDateISO('UTC');
  const next = (month: number): CalendarDate => {
    const inYear = (year: number): Temporal.PlainDate => {
      const last = Temporal.PlainDate.from({ year, month, day: 31 });
      return last.subtract({ days: last.dayOfWeek % 7 });
    };
    const soon = inYear(today.year);
    return parseCalendarDate((Temporal.PlainDate.compare(soon, today) > 0 ? soon : inYear(today.year + 1)).toString());
  };
  return { spring: next(3), autumn: next(10) };
}

/** A time of that night in seconds since 1970; '-03:30' is half past eight the evening before. */
export function secondsOf(sunday: CalendarDate, time: string): number {
  const before = time.startsWith('-');
  const [hours = 0, minutes = 0] = time.replace('-', '').split(':').map(Number);
  return Date.parse(`${sunday}T00:00:00Z`) / 1_000 + (before ? -1 : 1) * (hours * 3_600 + minutes * 60);
}

/** The database starts anew, by that clock; a copy of it, so that the other runs keep theirs. */
export async function databaseByClock(stage: Stage, clock: FakeClock): Promise<void> {
  const timely = stage.server;
  const server = await timely.clone();
  stage.server = server;
  stage.onEnd(async () => {
    stage.server = timely;
    await server.remove();
  });
  await server.start(clock.environment);
}

/** From now on it is so many seconds since 1970 for whoever goes by that clock; nobody has been away for long. */
export async function turnTo(stage: Stage, clock: FakeClock, seconds: number): Promise<void> {
  const offset = Math.round(seconds - Date.now() / 1_000);
  await clock.turn(`${offset < 0 ? '' : '+'}${offset}`);
  const away = `SELECT abs(extract(epoch FROM now()) - $1)`;
  await until('the database goes by that clock', async () => (await stage.count(away, [seconds])) < 60, SETTLE_MS);
  await stage.query(`UPDATE session SET last_seen_at = now(), expires_at = now() + interval '9 hours'`);
  await stage.query(`UPDATE feed SET last_fetched_at = now(), expires_at = greatest(expires_at, now() + interval '1 year')`);
}

/** A worker comes up at a time of that night, does what is due, and goes. */
export async function workAt(stage: Stage, clock: FakeClock, sunday: CalendarDate, time: string): Promise<void> {
  await turnTo(stage, clock, secondsOf(sunday, time));
  await stage.query(`UPDATE schedule_tick SET last_run_at = now() - interval '1 day' WHERE name <> 'tick'`);
  const worker = await stage.startWorker(clock.environment);
  const run = `SELECT count(*) FROM schedule_tick WHERE name IN ('deadlines.sweep', 'meeting-series.arrange') AND last_run_at > now() - interval '10 minutes'`;
  await until('what is due is done', async () => (await stage.count(run)) === 2 && (await messagesUnderWay(stage)) === 0, stage.bars.drainMs * 2);
  await worker.stop();
}

const SWEPT = `SELECT extract(epoch FROM last_run_at) AS at FROM schedule_tick WHERE name = 'deadlines.sweep'`;

/**
 * A worker lives through the change: it is up before, and the sweep is due some seconds after.
 * Returns how many seconds after the change the sweep ran.
 */
export async function workThroughChange(stage: Stage, clock: FakeClock, sunday: CalendarDate): Promise<number> {
  const change = secondsOf(sunday, CHANGE);
  await turnTo(stage, clock, change - 300);
  await stage.query(`UPDATE schedule_tick SET last_run_at = to_timestamp($1) WHERE name <> 'tick'`, [change - 3_600 + 3]);
  const worker = await stage.startWorker(clock.environment);
  if ((await stage.count(SWEPT)) >= change - 300) throw new Error('the sweep came before it was due');
  await turnTo(stage, clock, change - 5);
  await until('the sweep after the change', async () => (await stage.count(SWEPT)) >= change, stage.bars.drainMs * 2);
  await until('what it left is done', async () => (await messagesUnderWay(stage)) === 0, stage.bars.drainMs * 2);
  if (worker.over) throw new Error(`the worker did not live through the change: ${worker.output.slice(-600)}`);
  await worker.stop();
  return Math.round((await stage.count(SWEPT)) - change);
}
