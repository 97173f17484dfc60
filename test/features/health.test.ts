import pg from 'pg';
import { createTestDatabase } from '../support/database.js';
import { startApp, type TestApp } from '../support/app.js';
import { testConfig } from '../support/test-config.js';
import { startWeb } from '../../src/main.js';
import { startWorker } from '../../src/worker.js';

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
