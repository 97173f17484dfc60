import { startApp, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';

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
    for (const name of ['queue_waiting', 'queue_lag_seconds', 'queue_dead', 'queue_workers', 'outbox_messages', 'mail_deliveries', 'database_connections', 'clock_skew_seconds']) {
      expect(text).toContain(`# TYPE overgang_${name} gauge`);
    }
    expect(text).toMatch(/^overgang_database_connections\{use="most"\} 16$/m);
    expect(text).toContain('process_resident_memory_bytes');
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

describe('without a token in the configuration', () => {
  it('there are no metrics', async () => {
    const app = await startApp();
    expect((await fetch(`${app.url}/metrics`, { headers: { authorization: 'Bearer ' } })).status).toBe(404);
    await app.close();
  });
});
