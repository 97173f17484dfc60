import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { createHttpApp } from './platform/http/bootstrap.js';
import { HttpDurations } from './operations/metrics/http-durations.js';
import { OpenApi } from './operations/openapi/openapi.js';
import { serveAssets } from './web/assets/assets.js';
import { PageErrorFilter } from './web/layout/page-error.filter.js';

/** The web application with its API, pages and style sheets; not yet listening. */
export function createWebApp(config: Config): Promise<NestFastifyApplication> {
  return createHttpApp(AppModule.with(config), config, { errors: (logger) => new PageErrorFilter(logger, config), prepare: (app) => prepare(app, config) });
}

async function prepare(app: NestFastifyApplication, config: Config): Promise<void> {
  if (config.METRICS_TOKEN !== undefined) app.get(HttpDurations).measure(app.getHttpAdapter().getInstance());
  app.get(OpenApi).describe(app);
  await serveAssets(app);
}
