// How fast the hot paths are beside bare Fastify and pg: npm run bench -- [--case docket] [--rounds 5] [--seconds 3]
import 'reflect-metadata';
import { prepareDatabase } from '../../src/prepare-database.js';
import { startApp } from '../support/app.js';
import { testConfig } from '../support/test-config.js';
import type { BareOrders, Plan } from './bare-orders.js';
import type { BenchCase, Sides } from './cases/bench-case.js';
import { booking } from './cases/booking.js';
import { docket } from './cases/docket.js';
import { feed304 } from './cases/feed-304.js';
import { youthImport } from './cases/import.js';
import { type ChildServer, startChild } from './child-server.js';
import { type Databases, openDatabases } from './databases.js';
import { type CaseName, type Options, readOptions } from './options.js';
import { buildWorld, type World } from './world.js';

const BY_NAME: Readonly<Record<CaseName, BenchCase>> = { docket, booking, 'feed-304': feed304, import: youthImport };
const POOL = 16;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function bench(options: Options, ends: Array<() => Promise<void>>): Promise<void> {
  const databases = await openDatabases();
  ends.push(() => databases.end());
  say('building the world …');
  const base = await databases.create('base');
  await prepareDatabase(testConfig(base));
  const world = await withApp(base, (app) => buildWorld(app, options.cases.includes('booking') ? (options.rounds + 1) * options.bookings : 0));
  say('recording what our server does …');
  const recorded = await databases.create('recorded', base);
  const orders = await withApp(recorded, async (app) => {
    const all = [];
    for (const name of options.cases) all.push([name, await BY_NAME[name].prepare(app, world)] as const);
    return all;
  });
  const plans = orders.flatMap(([, { plans: own }]) => own ?? []);
  const feed = orders.map(([, { feed: own }]) => own ?? null).find((each) => each !== null) ?? null;
  const sides = await startSides(databases, base, { plans, feed }, options, ends);
  for (const [name, { plans: own }] of orders) await measure(name, own ?? [], sides, world, options);
}

async function withApp<T>(databaseUrl: string, work: (app: Awaited<ReturnType<typeof startApp>>) => Promise<T>): Promise<T> {
  const app = await startApp({ databaseUrl });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function startSides(
  databases: Databases, base: string, orders: Pick<BareOrders, 'plans' | 'feed'>, options: Options, ends: Array<() => Promise<void>>,
): Promise<Sides> {
  const start = async (script: string, settings: object, profile: string | null = null): Promise<ChildServer> => {
    const child = await startChild(script, settings, profile);
    ends.push(() => child.stop());
    return child;
  };
  const ourDatabaseUrl = await databases.create('ours', base);
  const settings = { ...testConfig(ourDatabaseUrl), NODE_ENV: 'production', DATABASE_POOL: String(POOL) };
  const ours = await start('./our-server.ts', settings, options.profile);
  const bare = await start('./bare-server.ts', { ...orders, databaseUrl: await databases.create('bare', base), pool: POOL });
  return { servers: { ours, bare }, ourDatabaseUrl };
}

async function measure(name: CaseName, plans: readonly Plan[], sides: Sides, world: World, options: Options): Promise<void> {
  say(`measuring ${name} …`);
  const figures = await BY_NAME[name].compare(sides, world, options);
  const statements = plans[0] === undefined ? {} : { statements: plans[0].transaction.length + 1 };
  const line = { case: name, ...figures, ...statements };
  process.stdout.write(`${JSON.stringify(line, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value))}\n`);
}

const ends: Array<() => Promise<void>> = [];
const endAll = async (): Promise<void> => {
  for (const end of ends.splice(0).reverse()) await end();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endAll().finally(() => process.exit(1)));
try {
  await bench(readOptions(process.argv.slice(2)), ends);
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  await endAll();
}
