import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const OWN = fileURLToPath(new URL('./', import.meta.url));
const DESIGN_SYSTEM = path.join(path.dirname(createRequire(import.meta.url).resolve('dkfds')), '../..');
const version = (JSON.parse(readFileSync(path.join(DESIGN_SYSTEM, 'package.json'), 'utf8')) as { version: string }).version;
const ownHash = createHash('sha256').update(readFileSync(path.join(OWN, 'overgang.css'))).digest('hex').slice(0, 12);

/** Addresses that change with their content, so that browsers may keep them for a year. */
export const ASSETS = {
  designSystem: `/assets/dkfds-${version}/css/dkfds.min.css`,
  own: `/assets/${ownHash}/overgang.css`,
} as const;

/** Serves the design system and our own style sheet from this machine; nothing is fetched from elsewhere. */
export async function serveAssets(app: NestFastifyApplication): Promise<void> {
  const kept = { maxAge: '365d', immutable: true, decorateReply: false, index: false } as const;
  const notTheMap = (file: string): boolean => !file.endsWith('.map') && !/borgerdk|virkdk/.test(file);
  await app.register(fastifyStatic, { ...kept, root: path.join(DESIGN_SYSTEM, 'dist'), prefix: `/assets/dkfds-${version}/`, allowedPath: notTheMap });
  await app.register(fastifyStatic, { ...kept, root: OWN, prefix: `/assets/${ownHash}/`, allowedPath: (file) => file === '/overgang.css' });
}
