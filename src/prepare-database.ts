import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { settleKeys } from './operations/keys/settle-keys.js';
import type { Config } from './platform/config/config.js';
import { Database } from './platform/database/database.js';
import { migrate } from './platform/database/migrate.js';
import { ReferenceData } from './platform/database/reference-data.js';
import { WorkerModule } from './worker.module.js';

/**
 * Brings the schema up to date as the owner, compares the keys with the data, then loads the dated data that ships with the code.
 * May run at every start.
 * @throws WrongKeys before anything is written with a key
 */
export async function prepareDatabase(config: Config): Promise<void> {
  await migrate(config.DATABASE_URL);
  const context = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: false, abortOnError: false });
  try {
    await settleKeys(context.get(Database), config);
    await context.get(ReferenceData).load();
  } finally {
    await context.close();
  }
}
