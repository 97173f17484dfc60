import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { brokenOccupancy } from '../support/occupancy.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation } from '../support/organisation.js';
import { acceptedReferrals, figuresOf, storm } from '../support/storm.js';

const CLIENTS = 60;
const ROUNDS = 3;

const DROP_CONSTRAINT = 'ALTER TABLE occupancy DROP CONSTRAINT ex_occupancy_once';
/** A function of our own that is found before PostgreSQL's and locks nothing. */
const DISARM_LOCKS = `
  CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
  DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$;`;

interface Outcome {
  readonly mostBooked: number;
  readonly overlaps: number;
  readonly statuses: readonly string[];
}

/** Storms one slot after another in a database whose guards have been tampered with. */
async function stormWithout(...tampering: string[]): Promise<Outcome> {
  const database = await tampered(tampering);
  const app = await startApp({ databaseUrl: database.url });
  try {
    return await stormOf(app);
  } finally {
    await app.close();
    await database.drop();
  }
}

async function tampered(tampering: readonly string[]): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const statement of tampering) await owner.query(statement);
  await owner.end();
  return database;
}

async function stormOf(app: TestApp): Promise<Outcome> {
  const org = await organisation(app);
  const karla = await org.token('karla');
  await startSeries(app, org, { intervalDays: 7 });
  const days = await new BookingDesk(app, org).openDays();
  const booked: number[] = [];
  const statuses = new Set<string>();
  for (const day of days.slice(0, ROUNDS)) {
    const referrals = await acceptedReferrals(app, org, CLIENTS);
    const landed = await storm(app, karla, referrals.map((referralId) => ({ path: '/bookings', body: { referralId, slotId: slotIds(day)[0] } })));
    booked.push(landed.filter((each) => each.status === 201).length);
    for (const status of Object.keys(figuresOf(landed).statuses)) statuses.add(status);
  }
  return { mostBooked: Math.max(...booked), overlaps: (await brokenOccupancy(app)).overlaps, statuses: [...statuses].sort() };
}

describe('the guards of a slot', () => {
  it('without the constraint and without the locks, the storm books a slot twice: the tests can fail', async () => {
    const { mostBooked, overlaps } = await stormWithout(DROP_CONSTRAINT, DISARM_LOCKS);
    expect(mostBooked).toBeGreaterThan(1);
    expect(overlaps).toBeGreaterThan(0);
  });

  it('the locks alone let one through', async () => {
    expect(await stormWithout(DROP_CONSTRAINT)).toEqual({ mostBooked: 1, overlaps: 0, statuses: ['201', '409 slot_taken'] });
  });

  it('the constraint alone lets one through', async () => {
    const { mostBooked, overlaps } = await stormWithout(DISARM_LOCKS);
    expect({ mostBooked, overlaps }).toEqual({ mostBooked: 1, overlaps: 0 });
  });
});
