// `npm run test:faults`: breaks the service in every way of the catalogue and asserts what must follow.
import 'reflect-metadata';
import { readdir } from 'node:fs/promises';
import { RedisServer } from '../support/redis-server.js';
import { DatabaseServer } from './harness/database-server.js';
import type { Fault, QueueIn } from './harness/fault.js';
import { endGuard } from './harness/guard.js';
import { type Options, readOptions } from './harness/options.js';
import { play } from './harness/play.js';
import { type Run, table, writeJson } from './harness/report.js';
import { buildWorld } from './harness/world.js';

// What builds the world runs in this process; its log is of no interest.
process.env['LOG_LEVEL'] = 'silent';
const options = readOptions(process.argv.slice(2));
const faults = (await catalogue()).filter((fault) => options.only === null || options.only.includes(fault.id));
const redis = RedisServer.available() ? await RedisServer.start() : null;
const server = await DatabaseServer.create();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave().then(() => process.exit(1)));
try {
  const runs = await playAll(options);
  process.stdout.write(`\n${table(runs)}\n`);
  if (options.json !== null) await writeJson(options.json, runs);
  const failed = runs.filter((run) => run.problems.length > 0).length;
  process.stdout.write(`${runs.filter((run) => run.skipped === null).length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && runs.length > 0 ? 0 : 1;
} finally {
  await leave();
}

async function leave(): Promise<void> {
  await server.remove();
  await redis?.stop();
  endGuard();
}

/** Each file of the catalogue holds one fault, under its id. */
async function catalogue(): Promise<Fault[]> {
  const folder = new URL('./catalogue/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => /^f\d+-.*\.js$/.test(name)).sort();
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href) as Promise<{ fault: Fault }>));
  return modules.map((module, i) => {
    if (files[i]?.startsWith(`${module.fault.id.toLowerCase()}-`)) return module.fault;
    throw new Error(`${files[i]} holds ${module.fault.id}`);
  });
}

async function playAll({ seeds, queue, soak }: Options): Promise<Run[]> {
  const runs: Run[] = [];
  for (const seed of seeds) {
    process.stdout.write(`seed ${seed}\n`);
    const world = await buildWorld(server);
    for (const fault of faults) {
      for (const each of fault.queues.filter((name) => queue === null || name === queue || fault.queues.length === 1)) {
        const lacks = whatIsMissing(fault, each);
        const run = lacks === null ? await play(fault, each, seed, { server, redis, world, soak }) : notRun(fault, each, seed, lacks);
        runs.push(run);
        tell(run);
      }
    }
  }
  return runs;
}

function whatIsMissing(fault: Fault, queue: QueueIn): string | null {
  return queue === 'redis' && redis === null ? 'needs redis-server' : fault.lacks?.() ?? null;
}

function notRun({ id, title }: Fault, queue: QueueIn, seed: number, skipped: string): Run {
  return { id, title, queue, seed, lost: 0, duplicated: 0, recoveryMs: null, seconds: 0, note: null, problems: [], skipped };
}

function tell({ id, title, queue, seconds, problems, skipped, note, recoveryMs }: Run): void {
  const result = skipped !== null ? `did not run here: ${skipped}` : problems.length === 0 ? 'ok' : 'FAILED';
  const recovery = recoveryMs === null ? '' : `, back after ${recoveryMs} ms`;
  process.stdout.write(`${id} ${queue} ${title}: ${result} (${seconds.toFixed(1)} s${recovery})${note === null ? '' : ` ${note}`}\n`);
  for (const problem of problems) process.stdout.write(`   ${problem.replaceAll('\n', '\n   ')}\n`);
}
