import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { toInstant } from '../../../src/platform/clock/zone.js';
import { addDays, type CalendarDate, parseCalendarDate } from '../../../src/platform/clock/calendar-date.js';
import { eventsIn } from '../../support/calendar.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { FakeClock, noFakeClock } from '../harness/fake-clock.js';
import { as } from '../harness/meeting-desk.js';
import { messagesUnderWay } from '../harness/oracle/i2-outbox.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

/** The night of a change in UTC: the evening before, and within and after the hour that is skipped or comes twice. */
const NIGHT_UTC = ['-03:30', '00:59', '01:01', '02:30'];
/** The database looks at its clock file every second or two. */
const SETTLE_MS = 10_000;

export const fault: Fault = {
  id: 'F33', title: 'the nights on which summer time begins and ends', queues: BOTH, lacks: noFakeClock,
  async run(stage) {
    stage.owesReminders = false;
    const clock = await FakeClock.set('+0');
    stage.onEnd(() => clock.remove());
    await databaseByClock(stage, clock);
    const { spring, autumn } = nextChanges();
    const nights = stage.soak ? [spring, autumn].sort() : [stage.queue === 'redis' ? spring : autumn];
    for (const sunday of nights) {
      for (const time of NIGHT_UTC) await workAt(stage, clock, sunday, time);
      await sweptOnce(stage, sunday);
      const web = await stage.startWeb(clock.environment);
      await timesInTheFeed(stage, sunday);
      await halfPastTwoIsRefused(stage, sunday);
      await web.program.stop();
    }
    return { note: nights.join(' and ') };
  },
};

async function databaseByClock(stage: Stage, clock: FakeClock): Promise<void> {
  const timely = stage.server;
  const server = await timely.clone();
  stage.server = server;
  stage.onEnd(async () => {
    stage.server = timely;
    await server.remove();
  });
  await server.start(clock.environment);
}

/** A worker comes up at a time of that night, does what is due, and goes. */
async function workAt(stage: Stage, clock: FakeClock, sunday: CalendarDate, time: string): Promise<void> {
  const seconds = secondsOf(sunday, time);
  const offset = Math.round(seconds - Date.now() / 1_000);
  await clock.turn(`${offset < 0 ? '' : '+'}${offset}`);
  const away = `SELECT abs(extract(epoch FROM now()) - $1)`;
  await until('the database goes by that clock', async () => (await stage.count(away, [seconds])) < 60, SETTLE_MS);
  await stage.query(`UPDATE session SET last_seen_at = now(), expires_at = now() + interval '9 hours'`);
  await stage.query(`UPDATE feed SET last_fetched_at = now(), expires_at = greatest(expires_at, now() + interval '1 year')`);
  await stage.query(`UPDATE schedule_tick SET last_run_at = now() - interval '1 day' WHERE name <> 'tick'`);
  const worker = await stage.startWorker(clock.environment);
  const run = `SELECT count(*) FROM schedule_tick WHERE name IN ('deadlines.sweep', 'meeting-series.arrange') AND last_run_at > now() - interval '10 minutes'`;
  await until('what is due is done', async () => (await stage.count(run)) === 2 && (await messagesUnderWay(stage)) === 0, stage.bars.drainMs * 2);
  await worker.stop();
}

/** Each day of the wall has its sweep, and no share of it a second one. */
async function sweptOnce(stage: Stage, sunday: CalendarDate): Promise<void> {
  const sweeps = await stage.query<{ day: string; shares: number; once: number }>(
    `SELECT split_part(dedup_key, ' ', 1) AS day, count(*)::int AS shares, count(DISTINCT dedup_key)::int AS once FROM outbox_message WHERE kind = 'deadlines.sweep_due' GROUP BY 1`,
  );
  assert.deepEqual(sweeps.filter(({ shares, once }) => shares !== once), [], 'no share is swept twice');
  for (const day of [addDays(sunday, -1), sunday]) assert.ok(sweeps.some((sweep) => sweep.day === day), `${day} is swept`);
}

/** Days begin from 6.00 on, clear of the hour that is skipped and of the one that comes twice: nobody has to be asked which one is meant. */
async function halfPastTwoIsRefused(stage: Stage, sunday: CalendarDate): Promise<void> {
  const { status, body } = await as(stage, 'karla').post('/meeting-days', nightDay(stage, sunday));
  const fields = (body as { errors?: ReadonlyArray<{ field: string }> }).errors?.map(({ field }) => field);
  assert.deepEqual({ status, fields }, { status: 400, fields: ['startsAt'] }, `half past two in the night of ${sunday}`);
}

/** Days before and after the change begin at the same time of the wall, and last as long. */
async function timesInTheFeed(stage: Stage, sunday: CalendarDate): Promise<void> {
  const days = await stage.query<{ uid: string; date: CalendarDate; minutes: number }>(
    `SELECT uid::text AS uid, date::text AS date, (extract(epoch FROM ends_at - starts_at) / 60)::int AS minutes FROM meeting_day
     WHERE series_id = $1 AND state <> 'cancelled' AND date BETWEEN $2 AND $3 ORDER BY date`, [stage.world.seriesId, addDays(sunday, -14), addDays(sunday, 14)],
  );
  assert.equal(new Set(days.map((day) => day.minutes)).size, 1, 'every day is as long');
  const answer = await fetch(`${stage.web.url}${stage.world.feed}`);
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  const events = eventsIn(text);
  const shown = days.flatMap((day) => events.filter((event) => event.uid.startsWith(day.uid)).map((event) => ({ day, event })));
  assert.ok(days.length > 0 && shown.length > 0, `${days.length} days about that night, ${shown.length} in the feed`);
  for (const { day, event } of shown) assert.equal(event.starts, toInstant(day.date, '09:00').toISOString().replace('.000', ''), `${day.date} begins at nine`);
}

function nightDay(stage: Stage, date: CalendarDate): object {
  const [chairId, minuteTakerId] = stage.world.extras;
  return { date, startsAt: '02:30', chairId, minuteTakerId, panel: [], slots: [{ kind: 'slot', minutes: 40 }] };
}

/** The next last Sundays of March and October. */
function nextChanges(): { spring: CalendarDate; autumn: CalendarDate } {
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
function secondsOf(sunday: CalendarDate, time: string): number {
  const before = time.startsWith('-');
  const [hours = 0, minutes = 0] = time.replace('-', '').split(':').map(Number);
  return Date.parse(`${sunday}T00:00:00Z`) / 1_000 + (before ? -1 : 1) * (hours * 3_600 + minutes * 60);
}
