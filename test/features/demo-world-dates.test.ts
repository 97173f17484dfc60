import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { loadDemoWorld } from '../../src/demo/load-demo-world.js';
import type { DemoCalendar } from '../../src/demo/demo-calendar.js';
import { parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { DEMO_FIGURES, demoFigures, docketOf, everybody, itemsByName } from '../support/demo-reader.js';

const LOAD_MS = 120_000;

type Load = () => Promise<DemoCalendar | null>;
type Look = (app: TestApp, calendar: DemoCalendar) => Promise<void>;
type Before = (app: TestApp, load: Load) => Promise<void>;

/** Loads the demo as if started first on a day, and hands it over to be looked at. */
async function startedOn(day: string, look: Look, before: Before = () => Promise.resolve()): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'overgang-demo-'));
  const app = await startApp({ overrides: { DATA_DIR: folder } });
  const load: Load = () => loadDemoWorld(app.config, () => undefined, { today: parseCalendarDate(day) });
  try {
    await before(app, load);
    const calendar = await load();
    if (calendar === null) throw new Error('the demo was not loaded');
    await look(app, calendar);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

it.each([
  ['Christmas Eve', '2026-12-24'],
  ['a leap day', '2028-02-29'],
  ['a Wednesday with a K-møde', '2027-02-03'],
  ['a day in week 53', '2026-12-30'],
])('tells the same on %s', async (_, day) => {
  await startedOn(day, async (app, calendar) => {
    expect(await demoFigures(app, calendar.today)).toEqual(DEMO_FIGURES);
    const items = itemsByName(await docketOf(app, calendar.today, calendar.k1));
    expect([...items.keys()].sort()).toEqual(['-', 'Amina', 'Malik', 'Sofie', 'Tobias']);
    expect([...items].filter(([, item]) => item.readiness?.ready === false).map(([name]) => name).sort()).toEqual(['Amina', 'Malik']);
  });
}, LOAD_MS);

it('is the same for the same day, also when the first load was broken off, which leaves nothing', async () => {
  const told: unknown[] = [];
  const note = async (app: TestApp): Promise<void> => void told.push(await everybody(app));
  await startedOn('2026-12-01', note);
  await startedOn('2026-12-01', note, async (app, load) => {
    await Promise.all([expect(load()).rejects.toThrow(), breakOff(app)]);
    expect(await app.inTx((tx) => tx.query('SELECT 1 FROM staff_member LIMIT 1'))).toEqual([]);
  });
  expect(told[0]).toEqual(told[1]);
}, 3 * LOAD_MS);

/** Ends the connection that has been writing for a second, as a crash would. */
async function breakOff(app: TestApp): Promise<void> {
  const client = new pg.Client({ connectionString: app.config.DATABASE_URL });
  await client.connect();
  const sql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND now() - xact_start > interval '1 s'`;
  for (let ended = 0; ended === 0; await sleep(100)) ended = (await client.query(sql)).rowCount ?? 0;
  await client.end();
}
