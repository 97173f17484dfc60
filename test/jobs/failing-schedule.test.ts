import pg from 'pg';
import { ScheduleRunner } from '../../src/platform/jobs/schedule-runner.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';

const TOKEN = 'et-langt-tilfaeldigt-ord';

let app: TestApp;
let org: Organisation;
let owner: pg.Client;

beforeAll(async () => {
  app = await startApp({ overrides: { METRICS_TOKEN: TOKEN } });
  org = await organisation(app);
  await org.token('anker');
  owner = new pg.Client({ connectionString: app.config.DATABASE_URL });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

const tick = (): Promise<void> => app.get(ScheduleRunner).tick();
const stateOf = async (name: string): Promise<object | undefined> =>
  (await owner.query<object>('SELECT last_error AS error, failed_at IS NOT NULL AS failing, last_run_at IS NOT NULL AS ran FROM schedule_tick WHERE name = $1', [name])).rows[0];
const failingTasks = async (): Promise<number> => {
  await drainOutbox(app);
  const { items } = (await app.as(await org.token('anker')).get('/tasks').expect(200)).body as { items: Array<{ kind: string }> };
  return items.filter(({ kind }) => kind === 'alarm_schedule_failing').length;
};

it('a schedule that fails for a quarter of an hour becomes a task once a day; the others run on, and it recovers by itself', async () => {
  await owner.query('ALTER TABLE sign_in_attempt RENAME TO sign_in_attempt_away');
  await tick();
  await tick();
  expect(await stateOf('sessions.expiry')).toEqual({ error: '42P01', failing: true, ran: false });
  expect(await stateOf('outbox.expiry')).toEqual({ error: null, failing: false, ran: true });
  expect(await failingTasks()).toBe(0);
  await owner.query("UPDATE schedule_tick SET failed_at = now() - interval '16 minutes' WHERE name = 'sessions.expiry'");
  await tick();
  await tick();
  await owner.query('ALTER TABLE sign_in_attempt_away RENAME TO sign_in_attempt');
  expect(await failingTasks()).toBe(1);
  await tick();
  expect(await stateOf('sessions.expiry')).toEqual({ error: null, failing: false, ran: true });
  const metrics = await (await fetch(`${app.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
  expect(metrics).toMatch(/^overgang_schedule_age_seconds\{schedule="sessions.expiry"\} 0\.\d+$/m);
});
