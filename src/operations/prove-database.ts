import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { PatientStart } from '../platform/database/patient-start.js';
import { refuseWeakGuards } from './guards/weak-guards.js';
import { settleKeys } from './keys/settle-keys.js';

/**
 * What a process asks of the database before it begins: that it has its guards, and that its data go with the keys. Waits for one that is busy.
 * @throws ConfigError, DatabaseAway, WrongKeys, or StartRefused that names the guards when the database has lost one
 */
export async function proveDatabase(context: INestApplicationContext, config: Config): Promise<void> {
  const start = context.get(PatientStart);
  await start.wait(() => refuseWeakGuards(context.get(DataSource)));
  await start.wait(() => settleKeys(context.get(Database), config));
}
