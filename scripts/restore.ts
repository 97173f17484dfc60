import { parseArgs } from 'node:util';
import { refuseMissing, restoreBackup } from '../src/platform/backup/restore-backup.js';
import { migrate } from '../src/platform/database/migrate.js';
import { knownKeys, openDatabase } from './open-database.js';

// npm run restore -- --from file: puts a backup into an empty database, which gets its schema first. Afterwards: npm run audit:verify.
async function restore(from: string | undefined): Promise<void> {
  if (from === undefined) throw new Error('Sig, hvad der skal gendannes: npm run restore -- --from fil');
  const keys = await knownKeys();
  refuseMissing(keys);
  const database = await openDatabase();
  try {
    await migrate(database.url);
    const tables = Object.values(await restoreBackup(database.url, from, keys));
    process.stdout.write(`${tables.reduce((sum, table) => sum + table.rows, 0)} rækker i ${tables.length} tabeller er gendannet. Alle skal logge ind igen.\n`);
    process.stdout.write('Efterprøv loggen med npm run audit:verify, før nogen arbejder videre.\n');
  } finally {
    await database.close();
  }
}

try {
  await restore(parseArgs({ options: { from: { type: 'string' } } }).values.from);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
