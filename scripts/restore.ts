import { parseArgs } from 'node:util';
import { restoreBackup } from '../src/platform/backup/restore-backup.js';
import { migrate } from '../src/platform/database/migrate.js';
import { knownKeys, openDatabase } from './open-database.js';

// npm run restore -- --from file: puts a backup into an empty database, which gets its schema first. Afterwards: npm run audit:verify.
const { values } = parseArgs({ options: { from: { type: 'string' } } });
const database = await openDatabase();
try {
  if (values.from === undefined) throw new Error('Sig, hvad der skal gendannes: npm run restore -- --from fil');
  await migrate(database.url);
  const tables = Object.values(await restoreBackup(database.url, values.from, await knownKeys()));
  process.stdout.write(`${tables.reduce((sum, table) => sum + table.rows, 0)} rækker i ${tables.length} tabeller er gendannet. Alle skal logge ind igen.\n`);
  process.stdout.write('Efterprøv loggen med npm run audit:verify, før nogen arbejder videre.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}
