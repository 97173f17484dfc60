import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { verifyTrail } from '../src/platform/audit/verify-trail.js';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';

// npm run audit:verify: recomputes the whole audit trail. With DATABASE_URL that database, else the local one in DATA_DIR, also while `npm start` runs.
const dataDir = process.env['DATA_DIR'] ?? '.data';
const running = process.env['DATABASE_URL'] || (await runningEmbeddedPostgres(dataDir));
const embedded = running ? null : await startEmbeddedPostgres({ dataDir });
const client = new pg.Client({ connectionString: running ?? embedded?.url });
try {
  const key = process.env['AUDIT_KEY'] ?? (JSON.parse(await readFile(path.join(dataDir, 'secrets.json'), 'utf8')) as { AUDIT_KEY: string }).AUDIT_KEY;
  await client.connect();
  const report = await verifyTrail(async <R,>(sql: string, params: unknown[] = []) => (await client.query(sql, params)).rows as R[], Buffer.from(key, 'base64'));
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (report.broken !== null) process.stdout.write(`Loggen er ændret: ${report.broken}\n`);
  process.exitCode = report.broken === null ? 0 : 1;
} finally {
  await client.end().catch(() => undefined);
  await embedded?.stop();
}
