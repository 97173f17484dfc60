import pg from 'pg';
import { verifyTrail } from '../src/platform/audit/verify-trail.js';
import { knownKeys, openDatabase } from './open-database.js';

// npm run audit:verify: recomputes the whole audit trail. With DATABASE_URL that database, else the local one in DATA_DIR, also while `npm start` runs.
const database = await openDatabase();
const client = new pg.Client({ connectionString: database.url });
try {
  const { AUDIT_KEY } = await knownKeys();
  if (AUDIT_KEY === undefined) throw new Error('Sæt AUDIT_KEY til den nøgle, som loggen er skrevet med.');
  await client.connect();
  const report = await verifyTrail(async <R,>(sql: string, params: unknown[] = []) => (await client.query(sql, params)).rows as R[], Buffer.from(AUDIT_KEY, 'base64'));
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (report.broken !== null) process.stdout.write(`Loggen er ændret: ${report.broken}\n`);
  process.exitCode = report.broken === null ? 0 : 1;
} finally {
  await client.end().catch(() => undefined);
  await database.close();
}
