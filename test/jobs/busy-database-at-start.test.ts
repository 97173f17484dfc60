import pg from 'pg';
import { startWeb } from '../../src/main.js';
import { startWorker } from '../../src/worker.js';
import { TcpProxy } from '../faults/harness/tcp-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { testConfig } from '../support/test-config.js';

const BUSY_MS = 2_500;
const WAIT_MS = 400;

describe('a start while the database lets nobody in', () => {
  let database: TestDatabase;
  let line: TcpProxy;

  beforeAll(async () => {
    database = await createTestDatabase();
    line = await TcpProxy.start(Number(new URL(database.url).port));
  });
  afterAll(async () => {
    await line.stop();
    await database.drop();
  });

  const address = (change: (url: URL) => void): string => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };
  const throughLine = () => testConfig(address((url) => void (url.port = String(line.port))), { DATABASE_WAIT_MS: String(WAIT_MS) });
  /** Longer than one connection is waited for, several times over. */
  const whileBusy = async <T>(start: () => Promise<T>): Promise<T> => {
    line.halfOpen();
    setTimeout(() => line.heal(), BUSY_MS);
    const begun = Date.now();
    const started = await start();
    expect(Date.now() - begun).toBeGreaterThan(BUSY_MS);
    return started;
  };

  it('is waited for by the web process', async () => {
    const web = await whileBusy(() => startWeb(throughLine()));
    expect((await fetch(`${await web.getUrl()}/healthz`)).status).toBe(200);
    await web.close();
  }, 30_000);

  it('is waited for by the worker', async () => {
    const worker = await whileBusy(() => startWorker(throughLine()));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    expect((await client.query('SELECT 1 FROM worker_sign')).rowCount).toBe(1);
    await client.end();
    await worker.stop();
  }, 30_000);

  it('is told from a wrong setting, which is named at once', async () => {
    const begun = Date.now();
    const elsewhere = address((url) => void (url.pathname = '/findes-ikke'));
    await expect(startWeb(testConfig(elsewhere))).rejects.toThrow('Databasen kan ikke bruges: serveren har ingen database af det navn. Ret DATABASE_URL.');
    await expect(startWorker(testConfig(elsewhere))).rejects.toThrow('Ret DATABASE_URL');
    expect(Date.now() - begun).toBeLessThan(10_000);
  }, 30_000);
});
