import 'reflect-metadata';
import { join } from 'node:path';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { POLICY } from '../src/auth/policy.js';
import { PROJECT, reachableFrom, sourceFiles, type SourceFile } from './support/source-files.js';

/**
 * Each may import what stands before it. To set off something after it, it writes an outbox message. The last two serve
 * only `npm start`.
 */
const ORDER = [
  ...['platform', 'auth', 'departments', 'audit', 'tasks', 'youths', 'deadlines', 'referrals', 'meetings', 'agendas'],
  ...['conclusions', 'plans', 'calendars', 'mails', 'invitations', 'letters', 'reports', 'operations', 'web', 'demo', 'local'],
];
const LOCAL_TIME = /\.(get|set)(Hours|Minutes|Date|Day|Month|FullYear)\(|\.getTimezoneOffset\(|\.toLocale(Date|Time)String\(/;
const PLACES = ['src', 'migrations', 'test', 'scripts'];

const src = sourceFiles('src');
const folderOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];

function linesWhere(files: SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}

describe('the layout', () => {
  it('has no folder outside the order', () => {
    const folders = new Set(src.map((file) => folderOf(file.path) ?? 'platform'));
    expect([...folders].filter((name) => !ORDER.includes(name))).toEqual([]);
  });

  it('has arrows in one direction only', () => {
    const against = src.flatMap(({ path, imports }) => {
      const folder = folderOf(path);
      if (!folder) return [];
      return imports
        .filter((each) => ORDER.indexOf(folderOf(each) ?? '') > ORDER.indexOf(folder))
        .map((each) => `${path} imports ${each}`);
    });
    expect(against).toEqual([]);
  });

  it('has no files that import each other in a circle', () => {
    const own = src.map(({ path, imports }) => ({ path: path.replace(/\.tsx?$/, ''), imports: imports.filter((each) => each.startsWith('src/')) }));
    const circles = own.filter(({ path, imports }) => imports.some((each) => reachableFrom(each, src).has(path)));
    expect(circles.map(({ path }) => path)).toEqual([]);
  });

  it('keeps what starts the processes at the top: no feature imports it; the demo starts one of its own', () => {
    const below = src.filter(({ path }) => folderOf(path) !== undefined && folderOf(path) !== 'demo');
    const upward = below.flatMap(({ path, imports }) =>
      imports.filter((each) => /^src\/[^/]+$/.test(each)).map((each) => `${path} imports ${each}`),
    );
    expect(upward).toEqual([]);
  });

  it('keeps pages and demo data out of the worker', () => {
    const reached = ['src/worker.ts', 'src/worker.module.ts'].flatMap((start) => [...reachableFrom(start, src)]);
    expect(reached.filter((path) => /^src\/(web|demo|local)\//.test(path))).toEqual([]);
  });

  it('lets migrations stand alone, so that an old one never changes', () => {
    const others = sourceFiles('migrations').flatMap(({ path, imports }) =>
      imports.filter((each) => each !== 'typeorm').map((each) => `${path} imports ${each}`),
    );
    expect(others).toEqual([]);
  });

  it('keeps tests and scripts out of the product', () => {
    const wrong = src.flatMap(({ path, imports }) =>
      imports.filter((each) => /^(test|scripts|migrations)\//.test(each)).map((each) => `${path} imports ${each}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names files in kebab-case after what they hold', () => {
    const names = PLACES.flatMap(sourceFiles).map((file) => file.path);
    expect(names.filter((path) => !/^([a-z0-9]+(-[a-z0-9]+)*[./])+tsx?$/.test(path))).toEqual([]);
    expect(names.filter((path) => /\/(index|utils?|helpers?|common|misc)\.tsx?$/.test(path))).toEqual([]);
  });
});

describe('the code', () => {
  it('reaches the database through Tx, never through an injected repository', () => {
    expect(linesWhere(src, /@InjectRepository|@nestjs\/typeorm/)).toEqual([]);
  });

  it('never reads the time zone of the machine', () => {
    expect(linesWhere(src, LOCAL_TIME)).toEqual([]);
  });

  it('counts age in anniversaries, not in days', () => {
    expect(linesWhere(src, /[/*] ?365(\.25)?\b/)).toEqual([]);
  });

  it('names a policy on every route', async () => {
    const unguarded: string[] = [];
    for (const { path } of src.filter((file) => /\.controller\.tsx?$/.test(file.path))) {
      const module = (await import(join(PROJECT, path))) as Record<string, unknown>;
      unguarded.push(...Object.values(module).flatMap((each) => routesWithoutPolicy(each)));
    }
    expect(unguarded).toEqual([]);
  });
});

function routesWithoutPolicy(controller: unknown): string[] {
  if (typeof controller !== 'function' || !Reflect.hasMetadata(PATH_METADATA, controller)) return [];
  if (Reflect.hasMetadata(POLICY, controller)) return [];
  const methods = controller.prototype as Record<string, object>;
  const has = (key: string, name: string) => Reflect.hasMetadata(key, methods[name] ?? {});
  return Object.getOwnPropertyNames(methods)
    .filter((name) => name !== 'constructor' && has(PATH_METADATA, name) && !has(POLICY, name))
    .map((name) => `${controller.name}.${name}`);
}
