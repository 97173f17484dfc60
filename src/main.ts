import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createWebApp } from './create-web-app.js';
import { proveDatabase } from './operations/prove-database.js';
import { type Config, readConfig } from './platform/config/config.js';
import { endRefused } from './platform/errors/start-refused.js';
import { stopOnSignal } from './platform/http/stop-on-signal.js';
import { watchLoop } from './platform/threads/loop-watch.js';

/**
 * Builds the web application and opens its port; waits for a database that is busy.
 * @throws ConfigError, DatabaseAway, WrongKeys, or StartRefused that names the guards when the database has lost one
 */
export async function startWeb(config: Config): Promise<NestFastifyApplication> {
  const app = await createWebApp(config);
  try {
    await proveDatabase(app, config);
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

if (process.argv[1] === import.meta.filename) {
  try {
    const config = readConfig(process.env);
    const app = await startWeb(config);
    watchLoop(config.timing.WEB_LOOP_SILENT_MS);
    stopOnSignal(() => app.close());
  } catch (error) {
    endRefused(error);
  }
}
