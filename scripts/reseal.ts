import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { EVERY_SEALED_COLUMN } from '../src/operations/sealing/every-sealed-column.js';
import { resealWords } from '../src/operations/sealing/reseal-words.js';
import { readConfig } from '../src/platform/config/config.js';
import { Database } from '../src/platform/database/database.js';
import { workerLimits } from '../src/platform/database/data-source.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { reseal } from '../src/platform/sealing/reseal.js';
import { command, knownKeys, openFilledDatabase } from './open-database.js';

// npm run reseal: encrypts anew, with the first key of CPR_KEY, what an older one has encrypted, while people go on working.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
await command(async () => {
  const database = await openFilledDatabase();
  try {
    await resealOn(database.url);
  } finally {
    await database.close();
  }
});

async function resealOn(url: string): Promise<void> {
  const config = readConfig({ ...process.env, ...(await knownKeys()), DATABASE_URL: url });
  const context = await NestFactory.createApplicationContext(PlatformModule.with(config, workerLimits(config.timing)), { logger: false, abortOnError: false });
  try {
    const report = await reseal(context.get(Database), config.sealingKeys, EVERY_SEALED_COLUMN, {
      signal: stop.signal, told: (column, resealed) => process.stdout.write(`${column}: ${resealed}\n`),
    });
    const { done, lines } = resealWords(report, config.sealingKeys.length);
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = done ? 0 : 1;
  } finally {
    await context.close();
  }
}
