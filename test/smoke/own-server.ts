import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createWebApp } from '../../src/create-web-app.js';
import { loadDemoWorld } from '../../src/demo/load-demo-world.js';
import { freePortFrom } from '../../src/local/free-port.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { startWorker } from '../../src/worker.js';
import { testConfig } from '../support/test-config.js';

export interface OwnServer {
  readonly url: string;
  moveClockTo(instant: Date): void;
  stop(): Promise<void>;
}

/** The real web process and worker with the demo municipality on a database, whose clock can be moved. */
export async function startServer(databaseUrl: string, say: (line: string) => void): Promise<OwnServer> {
  const port = await freePortFrom(3_900);
  const url = `http://localhost:${port}`;
  const config = testConfig(databaseUrl, { DEMO: 'true', PORT: String(port), PUBLIC_URL: url });
  await prepareDatabase(config);
  await loadDemoWorld(config, say);
  const web = await createWebApp(config);
  await web.listen(port, '127.0.0.1');
  const worker = await startWorker(config);
  return {
    url,
    moveClockTo: (instant) => web.get(Clock).moveTo(instant),
    stop: async () => {
      await worker.stop();
      await web.close();
    },
  };
}

/** The same on a throw-away PostgreSQL. */
export async function startServerAndDatabase(say: (line: string) => void): Promise<OwnServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'overgang-smoke-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const stopDatabase = async (): Promise<void> => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const server = await startServer(postgres.url, say);
    return { ...server, stop: async () => { await server.stop(); await stopDatabase(); } };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}
