import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { closedDates } from '../departments/closed-days/closed-dates.js';
import { addDays, type CalendarDate } from '../platform/clock/calendar-date.js';
import { Clock } from '../platform/clock/clock.js';
import { dateAt, toInstant } from '../platform/clock/zone.js';
import { Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/tx.js';
import { WorkerModule } from '../worker.module.js';
import { type DemoCalendar, demoCalendar } from './demo-calendar.js';
import { DemoWorld } from './demo-world.js';
import { exampleRows } from './import-file/example-rows.js';
import { csvOf, windows1252 } from './import-file/write-csv.js';
import { inOneTransaction } from './one-transaction.js';
import { organisationSteps } from './organisation/set-up-organisation.js';
import { betweenMeetingSteps } from './stories/between-meeting.js';
import { earlierMeetingSteps } from './stories/earlier-k-meetings.js';
import { latestMeetingSteps } from './stories/latest-k-meeting.js';
import { nannaSteps } from './stories/nanna.js';
import { nextMeetingSteps } from './stories/next-k-meeting.js';
import { standingCaseSteps } from './stories/standing-cases.js';
import { subscriptionSteps } from './stories/subscriptions.js';
import { triageSteps } from './stories/triage.js';
import { play, type Step } from './timeline.js';
import { backgroundYouths, generationOf } from './youths/background-youths.js';
import { youthSteps } from './youths/import-youths.js';

const LOCK = 4_120_004;
const EXAMPLE_FILE = 'eksempel-import.csv';
/** Closed days are read so far around today. */
const LOOK_AROUND_DAYS = 200;

export interface DemoOptions {
  /** Another day than today as the day of the first start, for tests; the clock of the load stops on its morning. */
  readonly today?: CalendarDate;
}

/**
 * Writes the demo municipality once, all of it or nothing: a load that is broken off leaves no trace, and the next start
 * begins anew. A database with anybody in it is left alone. Nobody gets a mail of what is past; what lies ahead is told by the
 * worker. Returns the days it was told by, or null when nothing was written. Throws in production.
 */
export async function loadDemoWorld(config: Config, say: (line: string) => void, options: DemoOptions = {}): Promise<DemoCalendar | null> {
  if (config.production) throw new Error('demo data is never written in production');
  const context = await NestFactory.createApplicationContext(WorkerModule.with(withoutMail(config)), { logger: false, abortOnError: false });
  try {
    const world = new DemoWorld(context);
    const calendar = await inOneTransaction(context.get(DataSource), () => loadOnce(world, say, options.today ?? null));
    if (calendar !== null) await writeExampleFile(config.DATA_DIR, calendar, say);
    return calendar;
  } finally {
    context.get(Clock).moveTo(null);
    await context.close();
  }
}

function withoutMail(config: Config): Config {
  return Object.assign(new Config(), config, { SMTP_URL: undefined });
}

async function loadOnce(world: DemoWorld, say: (line: string) => void, givenToday: CalendarDate | null): Promise<DemoCalendar | null> {
  const standing = await world.asSystem(readStanding);
  if (standing !== 'empty') {
    if (standing === 'in_use') say('Databasen har data i forvejen. Demokommunen skrives ikke.');
    return null;
  }
  const started = Date.now();
  say('Skriver demokommunen …');
  const calendar = await calendarOf(world, givenToday ?? dateAt(new Date()));
  await play(world, stepsOf(calendar));
  await world.wakeUp(givenToday === null ? null : toInstant(givenToday, '07:00'));
  await world.asSystem((tx) => tx.query(
    `INSERT INTO setting (key, value, changed_at) VALUES ('demo', $1, now())`, [JSON.stringify({ today: calendar.today })],
  ));
  say(`Demokommunen er klar (${((Date.now() - started) / 1000).toFixed(1)} s).`);
  return calendar;
}

async function readStanding(tx: Tx): Promise<'empty' | 'loaded' | 'in_use'> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const [row] = await tx.query<{ demo: boolean; staff: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM setting WHERE key = 'demo') AS demo, EXISTS (SELECT 1 FROM staff_member) AS staff`,
  );
  if (row?.demo) return 'loaded';
  return row?.staff ? 'in_use' : 'empty';
}

async function calendarOf(world: DemoWorld, today: CalendarDate): Promise<DemoCalendar> {
  const [from, to] = [addDays(today, -LOOK_AROUND_DAYS), addDays(today, LOOK_AROUND_DAYS)];
  world.get(Clock).moveTo(toInstant(from, '07:00'));
  await world.run('closed-days.fill');
  return demoCalendar(today, await world.asSystem((tx) => closedDates(tx, from, to)));
}

function stepsOf(calendar: DemoCalendar): Step[] {
  const background = backgroundYouths(calendar);
  return [
    ...organisationSteps(calendar), ...youthSteps(calendar, background), ...nannaSteps(calendar),
    ...earlierMeetingSteps(calendar),
    ...latestMeetingSteps(calendar), ...nextMeetingSteps(calendar), ...betweenMeetingSteps(calendar, background),
    ...standingCaseSteps(calendar),
    ...triageSteps(calendar), ...subscriptionSteps(calendar),
  ];
}

/** Forty lines to try the import with: some new, two there already, three with a fault. */
async function writeExampleFile(dataDir: string, calendar: DemoCalendar, say: (line: string) => void): Promise<void> {
  const file = path.join(dataDir, EXAMPLE_FILE);
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, windows1252(csvOf(exampleRows(generationOf(calendar)))));
  say(`En fil at prøve importen med: ${file}`);
}
