import { frejasCase, type Ids, openMeetings } from '../../access/case.js';
import { prepareDatabase } from '../../../src/prepare-database.js';
import type { TestApp } from '../../support/app.js';
import { drainOutbox, runSchedule, startApp } from '../../support/app.js';
import { BookingDesk } from '../../support/bookings.js';
import { subscribe } from '../../support/calendar.js';
import type { DayBody } from '../../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../../support/organisation.js';
import { SmtpSink } from '../../support/smtp-sink.js';
import { acceptedReferrals, moreStaff } from '../../support/storm.js';
import { testConfig } from '../../support/test-config.js';
import { recordYouth, turns } from '../../support/youth-builder.js';
import type { DatabaseServer } from './database-server.js';

const TEMPLATE = 'overgang_world';
const REFERRALS = 320;
const STAFF = 60;
/** In so many days they turn 17, pupils of a special school who are owed a transition meeting by then: each step is due for one of them. */
const BIRTHDAYS_AHEAD = [5, 20, 60, 85];

const REMINDERS = 'SELECT deadline_id AS "deadlineId", step, recipient_id AS "recipientId" FROM reminder WHERE id <> ALL ($1)';

export interface OwedReminder {
  readonly deadlineId: string;
  readonly step: string;
  readonly recipientId: string;
}

/** A small municipality, the same in every copy: people, open days, referrals that wait, one case with a canary in every field. */
export interface World {
  readonly database: string;
  readonly staff: Organisation['staff'];
  /** Staff without sign-in. */
  readonly extras: readonly string[];
  readonly tokens: Readonly<Record<StaffName, string>>;
  /** Accepted and without a time. */
  readonly referrals: readonly string[];
  readonly youths: readonly string[];
  /** Their docket is open and they have no items. */
  readonly days: readonly DayBody[];
  readonly seriesId: string;
  /** Objects of the case with the canaries. */
  readonly case: Ids;
  readonly cpr: string;
  /** The path of the feed of everybody with items; without host. */
  readonly feed: string;
  /** Mails of the ledger that went out while the world was built. */
  readonly told: readonly string[];
  /** Reminders that were written while the world was built, on other days. */
  readonly reminded: readonly string[];
  /** What the first sweep must remind of. */
  readonly reminders: readonly OwedReminder[];
}

/** Builds the world once, with everything told that there was to tell; every run of a fault gets a copy of its database. */
export async function buildWorld(server: DatabaseServer): Promise<World> {
  await server.query('postgres', `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await server.query('postgres', `CREATE DATABASE ${TEMPLATE}`);
  await prepareDatabase(testConfig(server.url(TEMPLATE)));
  const mail = await SmtpSink.start();
  const app = await startApp({ databaseUrl: server.url(TEMPLATE), overrides: { SMTP_URL: mail.url } });
  const world = await furnish(app).finally(() => app.close());
  await mail.stop();
    const told = (await server.query<{ id: string }>(TEMPLATE, 'SELECT id::text AS id FROM mail_delivery')).map(({ id }) => id);
  const reminded = (await server.query<{ id: string }>(TEMPLATE, 'SELECT id FROM reminder')).map(({ id }) => id);
  const reminders = await owedReminders(server, reminded);
  return { database: TEMPLATE, ...world, told, reminded, reminders };
}

async function furnish(app: TestApp): Promise<Omit<World, 'database' | 'told' | 'reminded' | 'reminders'>> {
  const org = await organisation(app);
  const meetings = await openMeetings(app, org);
  const { ids, youth } = await frejasCase(app, org, meetings);
  app.clock.moveTo(null);
  await runSchedule(app, 'meeting-series.arrange');
  const youths = await owedYouths(app, org);
  const referrals = await acceptedReferrals(app, org, REFERRALS);
  await app.inTx((tx) => tx.query("UPDATE youth SET first_name = 'Kanariefornavn', last_name = 'Kanarieefternavn' WHERE first_name = 'Ung'"));
  const extras = await moreStaff(app, org, STAFF);
  const days = (await new BookingDesk(app, org).openDays()).filter((day) => day.slots.every((slot) => slot.bookingId === null));
  const { path } = await subscribe(app, org, 'karla', { scope: 'series', id: meetings.seriesId });
  await runSchedule(app, 'reports.monday-line');
  await drainOutbox(app);
  return { staff: org.staff, extras, tokens: await tokensOf(org), referrals, youths, days, seriesId: meetings.seriesId, case: ids, cpr: youth.cpr, feed: path };
}

async function owedYouths(app: TestApp, org: Organisation): Promise<string[]> {
  const ids: string[] = [];
  for (const days of BIRTHDAYS_AHEAD) ids.push(await recordYouth(app, org, { born: turns(17, days), specialSchool: true, name: 'Kanariefornavn Kanarieefternavn', coordinator: 'gitte' }));
  return ids;
}

async function tokensOf(org: Organisation): Promise<World['tokens']> {
  const names = Object.keys(org.staff) as StaffName[];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await org.token(name)]))) as World['tokens'];
}

/** What a sweep writes in a copy that nothing disturbs, beside what stands there already. */
async function owedReminders(server: DatabaseServer, reminded: readonly string[]): Promise<OwedReminder[]> {
  const name = `${TEMPLATE}_swept`;
  await server.query('postgres', `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const app = await startApp({ databaseUrl: server.url(name) });
  try {
    await runSchedule(app, 'deadlines.sweep');
    await drainOutbox(app);
  } finally {
    await app.close();
  }
  const owed = await server.query<OwedReminder>(name, REMINDERS, [reminded]);
  await server.query('postgres', `DROP DATABASE ${name} WITH (FORCE)`);
  if (owed.length < BIRTHDAYS_AHEAD.length) throw new Error('the world owes too few a reminder: nothing would be tested');
  return owed;
}
