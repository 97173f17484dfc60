// How long the first HTML of each page takes with many youths: npm run bench:pages -- [--youths 10000] [--requests 60]
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DEMO_FILE_ORGANISATION } from '../../src/demo/import-file/demo-file-organisation.js';
import { csvOf } from '../../src/demo/import-file/write-csv.js';
import { generateYouths } from '../../src/demo/import-file/youth-rows.js';
import { loadDemoWorld } from '../../src/demo/load-demo-world.js';
import { dateAt } from '../../src/platform/clock/zone.js';
import { refreshStatistics } from '../../src/platform/database/refresh-statistics.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { importFile } from '../support/import-file/send-import.js';
import { statementsOf } from '../support/page-reader.js';
import { testConfig } from '../support/test-config.js';
import { startChild } from './child-server.js';
import { openDatabases } from './databases.js';

const { values } = parseArgs({ options: { youths: { type: 'string', default: '10000' }, requests: { type: 'string', default: '60' } } });
const HTML = { accept: 'text/html' };
/** Imported at once without jobs. */
const FILE_YOUTHS = 5_000;

interface PageOfAccount {
  readonly account: string;
  readonly path: string;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function fill(app: TestApp, youths: number): Promise<void> {
  const token = ((await app.as(null).post('/session', { username: 'sekretaer', password: 'demo' })).body as { token: string }).token;
  for (let made = 0, seed = 50; made < youths; made += FILE_YOUTHS, seed += 1) {
    const part = generateYouths({ youths: Math.min(FILE_YOUTHS, youths - made), seed, today: dateAt(new Date()), organisation: DEMO_FILE_ORGANISATION });
    await importFile(app, token, csvOf(part.flatMap(({ rows }) => rows)));
    await drainOutbox(app);
  }
  await app.inTx((tx) => refreshStatistics(tx, youths));
}

/** Pages whose address holds ids of the demo. */
async function pagesOf(app: TestApp): Promise<PageOfAccount[]> {
  const [row] = await app.inTx((tx) => tx.query<{ youth: string; item: string; referral: string; planned: string }>(
    `SELECT (SELECT id FROM youth WHERE last_name = 'Birkholt' LIMIT 1) AS youth, (SELECT id FROM youth WHERE last_name = 'Lyngbæk' LIMIT 1) AS planned,
       (SELECT b.id FROM booking b JOIN youth y ON y.id = b.youth_id WHERE y.last_name = 'Birkholt' AND b.state = 'booked' LIMIT 1) AS item,
       (SELECT r.id FROM referral r WHERE r.state = 'accepted' AND r.youth_id IS NOT NULL LIMIT 1) AS referral`));
  const of = (account: string, ...paths: string[]): PageOfAccount[] => paths.map((path) => ({ account, path }));
  return [
    ...of('sagsbehandler', '/', '/unge', '/unge?view=mine', '/opgaver', '/frister', '/kalender', `/unge/${row?.youth}`, `/unge/${row?.youth}/anmodning`, `/punkter/${row?.item}`),
    ...of('social', `/unge/${row?.planned}/plan`),
    ...of('teamleder', '/', '/unge', '/unge?view=turning_18_in_12_months', '/unge?sort=deadline', '/unge/gennemgang', '/frister?vis=aabne', '/dagsorden', '/personaleskift'),
    ...of('sekretaer', '/', '/unge', '/unge?sort=deadline', '/anmodninger', `/anmodninger/${row?.referral}/tid`, '/dagsorden', '/frister?vis=aabne', '/administration/serier'),
    ...of('admin', '/administration', '/administration/job', '/administration/enheder'), ...of('logkontrol', '/log'),
  ];
}

async function cookieOf(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/log-ind`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ username, password: 'demo' }) });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

async function measure(url: string, cookie: string, path: string, requests: number): Promise<object> {
  const times: number[] = [];
  let [bytes, status] = [0, 0];
  for (let sent = 0; sent < requests + 5; sent++) {
    const began = performance.now();
    const answer = await fetch(url + path, { headers: { ...HTML, cookie }, redirect: 'manual' });
    bytes = (await answer.arrayBuffer()).byteLength;
    status = answer.status;
    if (sent >= 5) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Number((times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0).toFixed(1));
  return { status, p50: at(0.5), p95: at(0.95), kB: Number((bytes / 1000).toFixed(1)) };
}

const databases = await openDatabases();
const ends: Array<() => Promise<unknown>> = [() => databases.end()];
try {
  const url = await databases.create('pages');
  await prepareDatabase(testConfig(url));
  say('loading the demo and the youths …');
  const app = await startApp({ databaseUrl: url });
  await loadDemoWorld(app.config, () => undefined);
  await fill(app, Number(values.youths));
  const pages = await pagesOf(app);
  const statements = new Map<PageOfAccount, number>();
  for (const page of pages) {
    const cookie = await cookieOf(app.url, page.account);
    const ask = (): Promise<unknown> => fetch(app.url + page.path, { headers: { ...HTML, cookie } }).then((answer) => answer.text());
    await ask();
    statements.set(page, await statementsOf(ask));
  }
  await app.close();
  const server = await startChild('./our-server.ts', { ...testConfig(url), NODE_ENV: 'production' }, null);
  ends.push(() => server.stop());
  for (const page of pages) {
    const figures = await measure(server.url, await cookieOf(server.url, page.account), page.path, Number(values.requests));
    const pattern = page.path.replace(/[0-9a-f-]{36}/g, ':id');
    process.stdout.write(`${JSON.stringify({ account: page.account, page: pattern, ...figures, statements: statements.get(page) })}\n`);
  }
} finally {
  for (const end of ends.reverse()) await end();
}
