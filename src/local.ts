import 'reflect-metadata';
import { freePortFrom } from './local/free-port.js';
import { localSecrets } from './local/local-secrets.js';
import { startWeb } from './main.js';
import { type Config, readConfig } from './platform/config/config.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { stopOnSignal } from './platform/http/stop-on-signal.js';
import { prepareDatabase } from './prepare-database.js';
import { startWorker } from './worker.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Stop = () => Promise<void>;

/** Everything in one process for one machine: the database that npm brought, schema, demo data, web and worker. */
async function startLocally(stops: Stop[]): Promise<string> {
  const dataDir = process.env['DATA_DIR'] ?? '.data';
  const embedded = process.env['DATABASE_URL'] ? null : await startDatabase(dataDir, stops);
  const databaseUrl = embedded?.url ?? process.env['DATABASE_URL'] ?? '';
  const port = await freePortFrom(Number(process.env['PORT'] ?? 3000));
  const address = process.env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  const config = readConfig({
    DEMO: process.env['NODE_ENV'] === 'production' ? 'false' : 'true', ...(await localSecrets(dataDir, databaseUrl, process.env)), ...process.env,
    DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: address, DATABASE_URL: databaseUrl,
  });
  await prepareDatabase(config);
  if (config.DEMO) await loadDemo(config);
  const ending: Stop[] = [];
  stops.push(async () => void (await Promise.all(ending.map((stop) => stop()))));
  const web = await startWeb(config);
  ending.push(() => web.close());
  const worker = await startWorker(config);
  ending.push(() => worker.stop());
  await embedded?.announce(address);
  return address;
}

async function startDatabase(dataDir: string, stops: Stop[]): Promise<EmbeddedPostgres> {
  say('Starter databasen …');
  const embedded = await startEmbeddedPostgres({ dataDir });
  stops.push(() => embedded.stop());
  return embedded;
}

async function loadDemo(config: Config): Promise<void> {
  const { loadDemoWorld } = await import('./demo/load-demo-world.js');
  await loadDemoWorld(config, say);
}

const stops: Stop[] = [];
const stopAll = async (): Promise<void> => {
  for (const stop of stops.splice(0).reverse()) await stop();
};
stopOnSignal(stopAll);
try {
  const address = await startLocally(stops);
  say(`\nOvergang kører på ${address}  (stop med Ctrl-C)`);
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  await stopAll();
  process.exit(1);
}
