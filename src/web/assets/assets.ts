import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const STYLES = fileURLToPath(new URL('./styles/', import.meta.url));
const SCRIPTS = fileURLToPath(new URL('./scripts/', import.meta.url));
const PICTURES = fileURLToPath(new URL('../help/pictures/', import.meta.url));
const DESIGN_SYSTEM = path.join(path.dirname(createRequire(import.meta.url).resolve('dkfds')), '../..');
const version = (JSON.parse(readFileSync(path.join(DESIGN_SYSTEM, 'package.json'), 'utf8')) as { version: string }).version;

/** One sheet for the browser, one file per room for us; `base` first. */
const styles = filesOf(STYLES).join('\n');
const ownHash = [STYLES, SCRIPTS, PICTURES].flatMap(filesOf).reduce((hash, file) => hash.update(file), createHash('sha256')).digest('hex').slice(0, 12);

/** Addresses that change with their content, so that browsers may keep them for a year. */
export const ASSETS = {
  designSystem: `/assets/dkfds-${version}/css/dkfds.min.css`,
  own: `/assets/${ownHash}/overgang.css`,
  script: `/assets/${ownHash}/scripts/overgang.js`,
  /** Pictures of the help pages; a file's name follows. */
  pictures: `/assets/${ownHash}/billeder/`,
} as const;

/** Serves the design system, our style sheet and our scripts from this machine, compressed; nothing is fetched from elsewhere. */
export async function serveAssets(app: NestFastifyApplication): Promise<void> {
  await app.register(async (assets: FastifyInstance) => {
    await assets.register(compress, { global: true, threshold: 1_024 });
    const kept = { maxAge: '365d', immutable: true, decorateReply: false, index: false } as const;
    const notTheMap = (file: string): boolean => !file.endsWith('.map') && !/borgerdk|virkdk/.test(file);
    await assets.register(fastifyStatic, { ...kept, root: path.join(DESIGN_SYSTEM, 'dist'), prefix: `/assets/dkfds-${version}/`, allowedPath: notTheMap });
    await assets.register(fastifyStatic, { ...kept, root: SCRIPTS, prefix: `/assets/${ownHash}/scripts/` });
    await assets.register(fastifyStatic, { ...kept, root: PICTURES, prefix: ASSETS.pictures });
    assets.get(ASSETS.own, (_request, reply) => reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(styles));
  });
}

/** The files of a folder, `base` first, then by name. */
function filesOf(folder: string): Buffer[] {
  const rank = (name: string): string => (name.startsWith('base.') ? '' : name);
  const names = readdirSync(folder).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return names.map((name) => readFileSync(path.join(folder, name)));
}
