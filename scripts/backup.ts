import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeBackup } from '../src/platform/backup/write-backup.js';
import { command, DATA_DIR, knownKeys, openFilledDatabase } from './open-database.js';

// npm run backup [-- --to file]: everything of this moment in one file, while people go on working.
await command(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  const moment = new Date().toISOString().replaceAll(/[-:]|\..*/g, '');
  const file = path.resolve(values.to ?? path.join(DATA_DIR, 'backups', `overgang-${moment}.backup.gz`));
  const database = await openFilledDatabase();
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const tables = Object.values(await writeBackup(database.url, file, await knownKeys()));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(`${rows} rækker i ${tables.length} tabeller, ${Math.ceil((await stat(file)).size / 1024)} KB: ${file}\n`);
    process.stdout.write('Nøglerne CPR_KEY, CPR_INDEX_KEY og AUDIT_KEY er IKKE med. Gem dem et andet sted: uden dem kan CPR-numre ikke læses og loggen ikke efterprøves.\n');
  } finally {
    await database.close();
  }
});
