import { startWorker } from '../../src/worker.js';
import { TcpProxy } from '../faults/harness/tcp-proxy.js';
import { startApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { freePort } from '../support/free-port.js';
import { type Organisation, organisation } from '../support/organisation.js';
import { testConfig } from '../support/test-config.js';

const TOKEN = 'et-langt-tilfaeldigt-ord';

describe('the metrics', () => {
  let app: TestApp;
  let org: Organisation;

  beforeAll(async () => {
    app = await startApp({ overrides: { METRICS_TOKEN: TOKEN } });
    org = await organisation(app);
  });
  afterAll(() => app.close());

  const read = (authorization?: string): Promise<Response> => fetch(`${app.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } });

  it('are there for the monitoring alone', async () => {
    expect((await read()).status).toBe(404);
    expect((await read(`Bearer ${TOKEN}x`)).status).toBe(404);
    expect((await read(`Bearer ${await org.token('anker')}`)).status).toBe(404);
    expect((await read(`Bearer ${TOKEN}`)).status).toBe(200);
  });

  it('tell of queue, outbox, mail, pool and clock in numbers', async () => {
    const text = await (await read(`Bearer ${TOKEN}`)).text();
    for (const name of ['queue_waiting', 'queue_lag_seconds', 'outbox_oldest_seconds', 'database_up', 'queue_dead', 'queue_workers', 'outbox_messages', 'mail_deliveries', 'database_connections', 'clock_skew_seconds']) {
      expect(text).toContain(`# TYPE overgang_${name} gauge`);
    }
    expect(text).toMatch(/^overgang_database_connections\{use="most"\} 16$/m);
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('tell what lies in the outbox from what lies in the queue; what a worker has begun lies in neither', async () => {
    const rows = [['pending', 90, null], ['pending', -600, null], ['queued', 40, null], ['queued', 500, '1 hour']] as const;
    await app.inTx(async (tx) => {
      await tx.execute('DELETE FROM outbox_message');
      for (const [state, seconds, lease] of rows) {
        await tx.execute(
          `INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at, enqueued_at, lease_until)
           VALUES (gen_random_uuid(), 'test.waits', '{}', $1, now(), now() - make_interval(secs => $2), now(), now() + $3::interval)`, [state, seconds, lease],
        );
      }
    });
    const text = await (await read(`Bearer ${TOKEN}`)).text();
    const valueOf = (name: string): number => Number(new RegExp(`^overgang_${name} (\\S+)$`, 'm').exec(text)?.[1]);
    for (const [name, least] of [['outbox_oldest_seconds', 90], ['queue_lag_seconds', 40]] as const) {
      expect(valueOf(name)).toBeGreaterThanOrEqual(least);
      expect(valueOf(name)).toBeLessThan(least + 40);
    }
  });

  it('name routes by their pattern and never by what was asked for', async () => {
    const { freja } = org.staff;
    await app.as(await org.token('freja')).get(`/staff/${freja}/absences`).expect(200);
    const text = await (await read(`Bearer ${TOKEN}`)).text();
    expect(text).toMatch(/overgang_http_request_seconds_count\{method="GET",route="\/api\/v1\/staff\/:id\/absences",status="200"\} 1/);
    expect(text).not.toContain(freja);
    expect(text).not.toContain('Holmgaard');
  });
});

describe('while the database is away', () => {
  it('the metrics tell so, and of the process as ever', async () => {
    const database = await createTestDatabase();
    const line = await TcpProxy.start(Number(new URL(database.url).port));
    const url = new URL(database.url);
    url.port = String(line.port);
    const app = await startApp({ databaseUrl: url.href, overrides: { METRICS_TOKEN: TOKEN } });
    const read = async (): Promise<string> => {
      const answer = await fetch(`${app.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
      expect(answer.status).toBe(200);
      return answer.text();
    };
    try {
      expect(await read()).toMatch(/^overgang_database_up 1$/m);
      line.intercept(() => 'cut');
      line.cutAll();
      const text = await read();
      expect(text).toMatch(/^overgang_database_up 0$/m);
      for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds', 'overgang_database_connections', 'overgang_http_request_seconds']) expect(text).toContain(`# TYPE ${name} `);
      expect(text).not.toMatch(/overgang_(queue|outbox|mail|schedule)_/);
      line.heal();
      expect(await read()).toMatch(/^overgang_database_up 1$/m);
    } finally {
      await app.close();
      await line.stop();
      await database.drop();
    }
  }, 60_000);
});

describe('a worker with a port for the monitoring', () => {
  it('tells of its own process to whoever has the token, and opens no port without one', async () => {
    const database = await createTestDatabase();
    const port = await freePort();
    const settings = { WORKER_METRICS_PORT: String(port), METRICS_TOKEN: TOKEN };
    const read = (path: string, token: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${token}` } });
    try {
      const worker = await startWorker(testConfig(database.url, settings));
      const answer = await read('/metrics', TOKEN);
      expect(answer.headers.get('content-type')).toContain('text/plain');
      const text = await answer.text();
      for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds', 'overgang_database_connections', 'overgang_clock_skew_seconds']) expect(text).toContain(`# TYPE ${name} gauge`);
      expect([(await read('/metrics', 'forkert')).status, (await read('/', TOKEN)).status]).toEqual([404, 404]);
      await worker.stop();
      const silent = await startWorker(testConfig(database.url, { WORKER_METRICS_PORT: String(port) }));
      await expect(read('/metrics', TOKEN)).rejects.toThrow('fetch failed');
      await silent.stop();
    } finally {
      await database.drop();
    }
  }, 60_000);
});

describe('without a token in the configuration', () => {
  it('there are no metrics', async () => {
    const app = await startApp();
    expect((await fetch(`${app.url}/metrics`, { headers: { authorization: 'Bearer ' } })).status).toBe(404);
    await app.close();
  });
});
