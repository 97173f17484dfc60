// A throw-away PostgreSQL for many test runs: npm run dev:postgres -- <folder> [file that gets its address]
import { writeFile } from 'node:fs/promises';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';

const [dataDir = '.data/dev', urlFile] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 300 });
if (urlFile) await writeFile(urlFile, server.url, { mode: 0o600 });
else process.stdout.write(`TEST_DATABASE_URL=${server.url}\n`);

const alive = setInterval(() => undefined, 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(alive);
    void server.stop();
  });
}
