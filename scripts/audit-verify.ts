import pg from 'pg';
import { type ReadRows, verifyTrail } from '../src/platform/audit/verify-trail.js';
import { printsOf } from '../src/platform/config/key-prints.js';
import { command, knownKeys, openFilledDatabase } from './open-database.js';

// npm run audit:verify: recomputes the whole audit trail. With DATABASE_URL that database, else the local one in DATA_DIR, also while `npm start` runs.
await command(async () => {
  const { AUDIT_KEY } = await knownKeys();
  if (AUDIT_KEY === undefined) throw new Error('AUDIT_KEY mangler. Sæt den til den nøgle, som loggen er skrevet med, eller DATA_DIR til mappen med secrets.json.');
  const database = await openFilledDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    const read = async <R,>(sql: string, params: unknown[] = []): Promise<R[]> => (await client.query(sql, params)).rows as R[];
    await refuseOtherKey(read, AUDIT_KEY);
    const report = await verifyTrail(read, Buffer.from(AUDIT_KEY, 'base64'));
    process.stdout.write(`${JSON.stringify(report)}\n`);
    if (report.broken !== null) process.stdout.write(`Loggen er ændret: ${report.broken}\n`);
    process.exitCode = report.broken === null ? 0 : 1;
  } finally {
    await client.end().catch(() => undefined);
    await database.close();
  }
});

/** With another key every entry looks changed, and none is. A database of an older version knows no prints yet. */
async function refuseOtherKey(read: ReadRows, key: string): Promise<void> {
  const [table] = await read<{ made: boolean }>("SELECT to_regclass('public.key_print') IS NOT NULL AS made");
  if (table?.made !== true) return;
  const noted = await read<{ print: string }>("SELECT print FROM key_print WHERE setting = 'AUDIT_KEY'");
  if (noted.length === 0 || noted.some(({ print }) => printsOf(key).includes(print))) return;
  throw new Error('AUDIT_KEY er ikke den nøgle, som loggen er skrevet med. Om loggen er ændret, kan kun den rigtige vise: find den frem, og prøv igen.');
}
