import { parseArgs } from 'node:util';
import { refuseMissing, restoreBackup } from '../src/platform/backup/restore-backup.js';
import { migrate } from '../src/platform/database/migrate.js';
import { command, knownKeys, openDatabase } from './open-database.js';

// npm run restore -- --from file: puts a backup into an empty database, which gets its schema first. Afterwards: npm run audit:verify.
await command(async () => {
  const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
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
});
