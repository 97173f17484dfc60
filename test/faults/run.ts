// `npm run test:faults`: breaks the service in every way of the catalogue and asserts what must follow.
import 'reflect-metadata';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { ANY, BOTH, type Fault } from './harness/fault.js';
import { endGuard } from './harness/guard.js';
import { Lane } from './harness/lane.js';
import { type Options, readOptions } from './harness/options.js';
import { Replays } from './harness/replays.js';
import { type Run, summary, table, told, writeJson } from './harness/report.js';

/** Of the sixty-odd runs of a quick run. */
const MOST_REPLAYS = 3;
const PATIENCE_MS = 15_000;

const options = readOptions(process.argv.slice(2));
const replays = new Replays(options.soak ? 0 : MOST_REPLAYS * options.seeds.length);
const faults = (await catalogue()).filter((fault) => options.only === null || options.only.includes(fault.id));
const concerned = BOTH.filter((queue) => (options.queue ?? queue) === queue && faults.some(({ queues }) => queues !== ANY && queues.includes(queue)));
const lanes = await Promise.all((concerned.length > 0 ? concerned : [options.queue ?? 'postgres']).map((queue) => Lane.open(queue, replays)));
// What does not end by then is ended by the guard.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void Promise.race([leave(), pause(PATIENCE_MS)]).finally(() => process.exit(1)));
try {
  const runs = await playAll(options);
  process.stdout.write(`\n${table(runs)}\n`);
  const failed = runs.filter((run) => run.problems.length > 0).length;
  process.stdout.write(`${summary(runs)}\n`);
  process.exitCode = failed === 0 && runs.length > 0 ? 0 : 1;
} finally {
  await leave();
}

async function leave(): Promise<void> {
  await Promise.all(lanes.map((lane) => lane.close()));
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

/** The lanes go side by side: each mostly waits. What concerns no queue is played by whichever is free. The figures are written after each seed, as a soak takes hours. */
async function playAll({ seeds, soak, json }: Options): Promise<Run[]> {
  const tell = (run: Run): void => void process.stdout.write(told(run));
  const runs: Run[] = [];
  for (const seed of seeds) {
    process.stdout.write(`seed ${seed}\n`);
    const common = faults.filter(({ queues: on }) => on === ANY);
    const played = await Promise.all(lanes.map((lane) => {
      const own = faults.filter(({ queues: on }) => on !== ANY && on.includes(lane.queue));
      return lane.play(() => own.shift() ?? common.shift(), seed, soak, tell);
    }));
    runs.push(...played.flat());
    runs.sort((a, b) => a.id.localeCompare(b.id));
    if (json !== null) await writeJson(json, runs);
  }
  return runs;
}
