import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createWebApp } from './create-web-app.js';
import { type Config, readConfig } from './platform/config/config.js';
import { stopOnSignal } from './platform/http/stop-on-signal.js';

/** Builds the web application and opens its port. */
export async function startWeb(config: Config): Promise<NestFastifyApplication> {
  const app = await createWebApp(config);
  await app.listen(config.PORT, config.HOST);
  return app;
}

if (process.argv[1] === import.meta.filename) {
  const app = await startWeb(readConfig(process.env));
  stopOnSignal(() => app.close());
}
