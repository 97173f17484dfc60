import type { Actor } from '../../src/platform/database/actor.js';
import { addDays, type CalendarDate, mondayOf } from '../../src/platform/clock/calendar-date.js';
import type { FileOrganisation } from '../../src/demo/import-file/file-organisation.js';
import { csvOf } from '../../src/demo/import-file/write-csv.js';
import { generateYouths } from '../../src/demo/import-file/youth-rows.js';
import { book } from '../../src/meetings/bookings/book.js';
import { raiseReferral } from '../../src/referrals/raising/raise-referral.js';
import { drainOutbox, signIn, type TestApp } from '../support/app.js';
import { fileOrganisationOf, importFile } from '../support/import-file/send-import.js';
import { subscribe } from '../support/calendar.js';
import { daysBetween, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { addCaseworkers, addCrew, type Caseworker } from './world-staff.js';

/** A booking that nobody has made yet. */
export interface BookingWish {
  readonly token: string;
  readonly referralId: string;
  readonly slotId: string;
}

/** What the cases ask of; the addresses and tokens hold in every copy of the database. */
export interface World {
  readonly docket: { readonly path: string; readonly token: string };
  readonly feedPath: string;
  readonly bookings: readonly BookingWish[];
  readonly import: { readonly token: string; readonly organisation: FileOrganisation; readonly today: CalendarDate };
}

const CASEWORKERS = 24;
/** K-møder of the ordinary series whose four slots are all taken. */
const FULL_DAYS = 4;
const SLOTS_A_DAY = 4;
/** Days between the docket that is read and the first day that bookings are made on: neither fills the other. */
const APART = 28;
/** Not every imported youth has a caseworker of the unit. */
const YOUTHS_A_REFERRAL = 2.2;
const YES = { needsSeveralAreas: true, supportAfter18: 'individual_support' } as const;

/** A municipality with imported youths, their deadlines, a fortnightly K-møde with items, and accepted referrals without a time. */
export async function buildWorld(app: TestApp, bookings: number): Promise<World> {
  const org = await organisation(app);
  const caseworkers = await addCaseworkers(app, org, CASEWORKERS);
  const today = await app.inTx((tx) => Promise.resolve(tx.today));
  const files = fileOrganisation(org, caseworkers);
  const wanted = bookings + FULL_DAYS * SLOTS_A_DAY;
  await importYouths(app, org, files, today, Math.ceil(wanted * YOUTHS_A_REFERRAL) + 50);
  const referrals = await raiseReferrals(app, caseworkers, wanted);
  const docketDay = await fillDays(app, org, today, referrals.splice(0, FULL_DAYS * SLOTS_A_DAY));
  const slots = await openSlots(app, org, mondayOf(addDays(docketDay, APART)), bookings);
  const { path: feedPath } = await subscribe(app, org, 'henrik');
  const tokens = new Map(await Promise.all(caseworkers.map(async ({ actor }) => [actor.staffId, await signIn(app, actor.staffId ?? '')] as const)));
  return {
    docket: { path: `/api/v1/docket?date=${docketDay}`, token: await org.token('henrik') },
    feedPath,
    bookings: referrals.slice(0, bookings).map(({ id, by }, i) => ({ token: tokens.get(by.staffId) ?? '', referralId: id, slotId: slots[i] ?? '' })),
    import: { token: await org.token('karla'), organisation: files, today },
  };
}

function fileOrganisation(org: Organisation, caseworkers: readonly Caseworker[]): FileOrganisation {
  const files = fileOrganisationOf(org);
  return { ...files, youth: { ...files.youth, staffEmails: caseworkers.map(({ email }) => email) } };
}

async function importYouths(app: TestApp, org: Organisation, files: FileOrganisation, today: CalendarDate, youths: number): Promise<void> {
  const rows = generateYouths({ youths, seed: 1, today, organisation: files }).flatMap((youth) => youth.rows);
  await importFile(app, await org.token('karla'), csvOf(rows));
  await drainOutbox(app);
}

interface Raised {
  readonly id: string;
  readonly by: Actor;
}

/** One referral for each of so many youths by their own caseworkers by turns, so that neighbours seldom share one. */
async function raiseReferrals(app: TestApp, caseworkers: readonly Caseworker[], count: number): Promise<Raised[]> {
  const rows = await app.inTx((tx) => tx.query<{ youthId: string; staffId: string }>(
    `SELECT youth_id AS "youthId", staff_id AS "staffId" FROM coordination WHERE until_at IS NULL AND staff_id = ANY ($1::uuid[])
     ORDER BY row_number() OVER (PARTITION BY staff_id ORDER BY youth_id), staff_id LIMIT $2`,
    [caseworkers.map(({ actor }) => actor.staffId), count],
  ));
  if (rows.length < count) throw new Error(`only ${rows.length} youths with a caseworker for ${count} referrals`);
  const raised = new Map<string, Raised>();
  for (const { actor } of caseworkers) {
    await app.inTx(async (tx) => {
      for (const { youthId } of rows.filter((row) => row.staffId === actor.staffId)) {
        const content = { type: 'coordination', purpose: 'coordinate', reason: 'Overgang mellem to områder', areas: ['social'], belongs: YES } as const;
        const id = await raiseReferral(tx, { youthId, ...content, areas: [...content.areas] });
        raised.set(youthId, { id, by: actor });
      }
    }, actor);
  }
  return rows.flatMap(({ youthId }) => raised.get(youthId) ?? []);
}

/** Starts the ordinary series and books its next open days full. Returns the first one's date. */
async function fillDays(app: TestApp, org: Organisation, today: CalendarDate, referrals: readonly Raised[]): Promise<CalendarDate> {
  const series = await startSeries(app, org, { intervalDays: 14 });
  const days = (await daysBetween(app, org, today, addDays(today, 150))).filter((day) => day.seriesId === series && day.closesOn > today);
  const slots = days.slice(0, FULL_DAYS).flatMap((day) => day.slots.filter((slot) => !slot.urgent));
  for (const [i, { id: referralId, by }] of referrals.entries()) {
    await app.inTx((tx) => book(tx, { referralId, slotId: slots[i]?.id ?? '', participantIds: [], lateReason: 'Aftalt' }), by);
  }
  await drainOutbox(app);
  return days[0]?.date as CalendarDate;
}

/** So many slots with nobody on them, no two at the same time; one of each day and series, then the next of each. */
async function openSlots(app: TestApp, org: Organisation, anchorDate: CalendarDate, count: number): Promise<string[]> {
  const crew = await addCrew(app, org);
  const series: string[] = [];
  for (const startsAt of ['08:00', '12:00', '16:00']) {
    series.push(await startSeries(app, org, { ...crew, name: `K-møde kl. ${startsAt}`, anchorDate, intervalDays: 1, startsAt, room: `Lokale ${startsAt}` }));
  }
  const slots = await app.inTx((tx) => tx.query<{ id: string }>(
    `SELECT slot.id FROM meeting_slot slot JOIN meeting_day day ON day.id = slot.meeting_day_id
     WHERE day.series_id = ANY ($1::uuid[]) AND NOT slot.urgent ORDER BY slot.position, day.starts_at LIMIT $2`, [series, count]));
  if (slots.length < count) throw new Error(`there are only ${slots.length} slots for ${count} bookings: ask for fewer rounds or bookings`);
  return slots.map(({ id }) => id);
}
