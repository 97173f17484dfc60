import pg from 'pg';
import { jest } from '@jest/globals';
import { startWeb } from '../../src/main.js';
import { Alarms } from '../../src/platform/alarms/alarms.js';
import { ClockWatch } from '../../src/platform/clock/clock-watch.js';
import { systemActor } from '../../src/platform/database/actor.js';
import { startWorker } from '../../src/worker.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/notebook-worker.js';
import { testConfig } from '../support/test-config.js';

describe('what the installation says of itself', () => {
  let app: TestApp;
  let owner: pg.Client;

  beforeAll(async () => {
    app = await startApp({ overrides: { DATABASE_POOL: '4', DATABASE_WAIT_MS: '400' } });
    owner = new pg.Client({ connectionString: app.config.DATABASE_URL });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await app.close();
  });

  const ready = async (): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${app.url}/readyz`);
    return { status: answer.status, body: await answer.json() };
  };

  it('is degraded without a worker, and answers pages all the same', async () => {
    expect(await ready()).toEqual({ status: 200, body: { status: 'degraded', broken: ['worker', 'tick'] } });
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  it('is well while a worker works', async () => {
    const worker = await startWorker(app.config);
    try {
      expect(await ready()).toEqual({ status: 200, body: { status: 'ok', broken: [] } });
    } finally {
      await worker.stop();
    }
  });

  it('names a queue that no worker reaches, and work that does not come through', async () => {
    await owner.query("INSERT INTO worker_sign (id, started_at, seen_at, queue, canary_at) VALUES (gen_random_uuid(), now(), now(), 'away', now())");
    expect((await ready()).body).toEqual({ status: 'degraded', broken: ['queue'] });
    await owner.query("UPDATE worker_sign SET queue = 'open', canary_at = now() - interval '2 minutes'");
    expect((await ready()).body).toEqual({ status: 'degraded', broken: ['canary'] });
    await owner.query('DELETE FROM worker_sign');
  });

  it('is unavailable while the schema is older than the program', async () => {
    await owner.query("UPDATE migrations SET name = 'x' || name WHERE name LIKE 'WorkerSigns%'");
    expect(await ready()).toEqual({ status: 503, body: { status: 'unavailable', broken: ['migrations'] } });
    await owner.query("UPDATE migrations SET name = substr(name, 2) WHERE name LIKE 'xWorkerSigns%'");
  });

  it('says so when every connection is taken, and answers 503 in Danish within two seconds', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holders = Array.from({ length: 4 }, () => app.inTx(() => held));
    const begun = Date.now();
    const [health, page] = await Promise.all([ready(), app.as(null).post('/session', { username: 'x', password: 'y' })]);
    expect(Date.now() - begun).toBeLessThan(2_000);
    expect(health).toEqual({ status: 503, body: { status: 'unavailable', broken: ['database_pool'] } });
    expect(page.status).toBe(503);
    expect(page.body).toMatchObject({ code: 'database_busy', title: 'Systemet har travlt lige nu. Intet er gemt. Prøv igen om lidt.' });
    release();
    await Promise.all(holders);
    expect((await ready()).status).toBe(200);
  });
});

describe('a database that has lost a guard', () => {
  it('keeps web and worker from starting, by the name of the guard', async () => {
    const database = await createTestDatabase();
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    const config = testConfig(database.url);
    try {
      await owner.query('ALTER TABLE occupancy DROP CONSTRAINT ex_occupancy_once; DROP INDEX uq_plan_active; ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_grows');
      await owner.query("CREATE UNIQUE INDEX uq_plan_active ON plan (youth_id) WHERE ended_at IS NULL AND id <> '00000000-0000-0000-0000-000000000000'");
      await owner.query('GRANT UPDATE ON audit_seal TO overgang_app');
      const names = /ex_occupancy_once, uq_plan_active, audit_entry_grows, audit_seal/;
      await expect(startWeb(config)).rejects.toThrow(names);
      await expect(startWorker(config)).rejects.toThrow(names);
    } finally {
      await owner.end();
      await database.drop();
    }
  });
});

describe('a handler that leaves its transaction open', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('is ended by the server, answered 503 and named in an alarm, and its connection is not used again', async () => {
    const actor = systemActor(undefined, '/api/v1/things/:id');
    const never = new Promise<never>(() => undefined);
    const lost = app.db.transaction(actor, async (tx) => {
      await tx.query("SET LOCAL idle_in_transaction_session_timeout = '200ms'");
      return never;
    });
    await expect(lost).rejects.toMatchObject({ kind: 'unavailable' });
    await until(async () => (await alarms()).length > 0);
    expect(await alarms()).toEqual(['transaction_left_open']);
    expect(await app.inTx((tx) => tx.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  it('costs an alarm a day, which becomes a task of the administrator', async () => {
    await app.get(Alarms).raise('clock_skew', 'test');
    await app.get(Alarms).raise('clock_skew', 'test');
    expect(await alarms()).toEqual(['transaction_left_open', 'clock_skew']);
    await drainOutbox(app);
    const kinds = await app.inTx((tx) => tx.query<{ kind: string; role: string }>('SELECT kind, assignee_role AS role FROM task ORDER BY kind'));
    expect(kinds).toEqual([{ kind: 'alarm_clock_skew', role: 'admin' }, { kind: 'alarm_transaction_left_open', role: 'admin' }]);
  });

  it('is seen as a wrong clock when it is one', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 7_200_000);
    await app.get(ClockWatch).look();
    now.mockRestore();
    expect(Math.round(app.get(ClockWatch).skewSeconds)).toBe(7_200);
    await app.get(ClockWatch).look();
    expect(Math.abs(app.get(ClockWatch).skewSeconds)).toBeLessThan(1);
  });

  const alarms = async (): Promise<string[]> =>
    (await app.inTx((tx) => tx.query<{ alarm: string }>("SELECT payload ->> 'alarm' AS alarm FROM outbox_message WHERE kind = 'operations.alarm' ORDER BY id"))).map((row) => row.alarm);
});
