import { OutboxListener } from '../../src/platform/outbox/outbox-listener.js';
import { Logger } from '../../src/platform/logging/logger.js';
import { TcpProxy } from '../faults/harness/tcp-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/notebook-worker.js';
import { testConfig } from '../support/test-config.js';

describe('the connection that listens', () => {
  let database: TestDatabase;
  let line: TcpProxy;
  let listener: OutboxListener;
  let woken = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    const url = new URL(database.url);
    line = await TcpProxy.start(Number(url.port));
    url.port = String(line.port);
    const config = testConfig(url.href);
    listener = new OutboxListener(config, new Logger(config));
    woken = 0;
  });
  afterEach(() => line.stop());

  const listen = (): Promise<void> => listener.listen(() => void (woken += 1));

  it('is made anew when the database does not answer, and nobody waits for it without end', async () => {
    line.intercept((piece, direction) => (direction === 'to-server' && piece.includes('LISTEN outbox') ? 'swallow' : 'pass'));
    await listen();
    expect(woken).toBe(0);
    line.heal();
    await until(() => woken > 0);
    await listener.stop();
  }, 30_000);

  it('is left within a second or two when its line hangs: work under way has to be ended in time', async () => {
    await listen();
    line.halfOpen();
    const begun = Date.now();
    await listener.stop();
    expect(Date.now() - begun).toBeLessThan(2_500);
  });
});
