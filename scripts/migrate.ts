import { readConfig } from '../src/platform/config/config.js';
import { endRefused } from '../src/platform/errors/start-refused.js';
import { prepareDatabase } from '../src/prepare-database.js';

// The step before web and worker start: schema, queue tables and the dated data that ships with the code.
try {
  await prepareDatabase(readConfig(process.env));
  process.stdout.write('Databasen er klar.\n');
} catch (error) {
  endRefused(error);
}
