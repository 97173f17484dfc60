// Our own web process, as `npm start` runs it but for the queue.
import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createWebApp } from '../../src/create-web-app.js';
import { readConfig } from '../../src/platform/config/config.js';
import { serveParent } from './serve-parent.js';

let app: NestFastifyApplication | null = null;

serveParent(async (settings: Record<string, string>) => {
  app = await createWebApp(readConfig(settings));
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}, async () => app?.close());
