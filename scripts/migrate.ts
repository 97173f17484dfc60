// Brings the database of DATABASE_URL up to date, as its owner: the schema, then the reference data. May be run again.
import { readConfig } from '../src/platform/config/config.js';
import { prepareDatabase } from '../src/prepare-database.js';

try {
  await prepareDatabase(readConfig(process.env));
  process.stdout.write('Databasen er klar.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
