import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { packagedServer, runnableServer } from '../src/platform/database/embedded/binaries.js';
import { prepareHome } from '../src/platform/database/embedded/cluster.js';
import { commandLineOf } from '../src/platform/database/embedded/owner.js';
import { serverUser } from '../src/platform/database/embedded/server-user.js';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';

const whenRoot = process.getuid?.() === 0 ? it : it.skip;
const onLinux = process.platform === 'linux' ? it : it.skip;
const TOWNS = `('Ølgod'), ('Århus'), ('Zoo'), ('Ærø')`;
const folders: string[] = [];

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'overgang-launcher-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

async function ask<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
const portOf = (url: string) => Number(new URL(url).port);

async function eventually(what: () => boolean): Promise<void> {
  for (let waited = 0; !what(); waited += 50) {
    if (waited > 10_000) throw new Error(`Not within 10 s: ${what.toString()}`);
    await sleep(50);
  }
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

describe('the embedded server', () => {
  it('sorts in Danish, keeps its data and port between runs, and leaves no process', async () => {
    const dataDir = newFolder();
    const first = await startEmbeddedPostgres({ dataDir, durable: false });
    await ask(first.url, `CREATE TABLE town (name text); INSERT INTO town VALUES ${TOWNS}`);
    const pid = serverPid(dataDir);
    await first.stop();
    expect(commandLineOf(pid)).toBe('');

    const second = await startEmbeddedPostgres({ dataDir, durable: false });
    const towns = await ask<{ name: string }>(second.url, 'SELECT name FROM town ORDER BY name');
    await second.stop();
    expect(towns.map((town) => town.name)).toEqual(['Zoo', 'Ærø', 'Ølgod', 'Århus']);
    expect(portOf(second.url)).toBe(portOf(first.url));
  });

  it('lets nobody in without its password, which only we may read', async () => {
    const dataDir = newFolder();
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    const guess = new URL(server.url);
    guess.password = 'gaet';
    await expect(ask(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dataDir, 'postgres/password')).mode & 0o777).toBe(0o600);
    await server.stop();
  });

  it('refuses data that another living Overgang uses, and says where that one answers', async () => {
    const dataDir = newFolder();
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    await server.announce('http://localhost:3000');
    await expect(startEmbeddedPostgres({ dataDir, durable: false })).rejects.toThrow(
      /kører allerede på http:\/\/localhost:3000 .*DATA_DIR/,
    );
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('finds another port when somebody took the one of the last run', async () => {
    const dataDir = newFolder();
    const first = await startEmbeddedPostgres({ dataDir, durable: false });
    await first.stop();
    const squatter: Server = createServer().listen(portOf(first.url), '127.0.0.1');
    await new Promise((listening) => squatter.once('listening', listening));
    const second = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(portOf(second.url)).not.toBe(portOf(first.url));
    await second.stop();
    squatter.close();
  });
});

describe('a start that was killed', () => {
  let starter: ChildProcess | undefined;
  afterEach(() => starter?.kill('SIGKILL'));

  async function startElsewhere(dataDir: string): Promise<string> {
    const urlFile = join(newFolder(), 'url');
    const script = ['--import', './scripts/typescript.mjs', 'scripts/dev-postgres.ts', dataDir, urlFile];
    starter = spawn(process.execPath, script, { stdio: 'ignore' });
    await eventually(() => existsSync(urlFile) && readFileSync(urlFile, 'utf8').length > 0);
    return readFileSync(urlFile, 'utf8');
  }

  const watchdogOf = (pid: number) =>
    readdirSync('/proc').map(Number).find((each) => each > 0 && commandLineOf(each).endsWith(`exit 0 ${pid} `));

  it('takes its server with it, even by SIGKILL', async () => {
    const dataDir = newFolder();
    await startElsewhere(dataDir);
    const pid = serverPid(dataDir);
    starter?.kill('SIGKILL');
    await eventually(() => commandLineOf(pid) === '');
  });

  onLinux('leaves an orphan at worst, which the next start replaces without losing data', async () => {
    const dataDir = newFolder();
    const url = await startElsewhere(dataDir);
    await ask(url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    const orphan = serverPid(dataDir);
    process.kill(watchdogOf(orphan) ?? NaN, 'SIGKILL');
    starter?.kill('SIGKILL');
    await sleep(300);
    expect(commandLineOf(orphan)).toContain('postgres');

    const next = await startEmbeddedPostgres({ dataDir, durable: false });
    expect(await ask(next.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    expect(commandLineOf(orphan)).toBe('');
    await next.stop();
  });
});

describe('the binaries that npm brought', () => {
  function packageWithoutLinks(mode: number): string {
    const folder = newFolder(mode);
    cpSync(join(packagedServer(), '..'), folder, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: `18-${basename(folder)}` })); // a copy of its own
    const lib = join(folder, 'native/lib');
    for (const entry of readdirSync(lib, { withFileTypes: true })) {
      if (entry.isSymbolicLink()) rmSync(join(lib, entry.name));
    }
    return join(folder, 'native');
  }
  const version = (native: string) =>
    spawnSync(join(native, 'bin/postgres'), ['--version'], { ...serverUser(), cwd: '/', encoding: 'utf8' });

  it('get the library links that blocked install scripts did not make', async () => {
    const native = packageWithoutLinks(0o755);
    expect(version(native).status).not.toBe(0);
    expect(await runnableServer(native, serverUser())).toBe(native);
    expect(version(native).stdout).toContain('PostgreSQL');
  });

  whenRoot('are copied to where the server may read them, and again when a cleaner took a file', async () => {
    const native = packageWithoutLinks(0o700);
    const copy = await runnableServer(native, serverUser());
    folders.push(dirname(copy));
    expect(version(copy).stdout).toContain('PostgreSQL');
    expect(copy.startsWith(dirname(native))).toBe(false);
    rmSync(join(copy, 'share/postgresql/postgres.bki'));
    await runnableServer(native, serverUser());
    expect(existsSync(join(copy, 'share/postgresql/postgres.bki'))).toBe(true);
  });

  whenRoot('serve data elsewhere when only root may enter the data folder', async () => {
    const closed = newFolder(0o700);
    mkdirSync(join(closed, 'data'));
    const home = await prepareHome(join(closed, 'data'), serverUser());
    folders.push(home);
    expect(home).toMatch(/^\/var\/lib\/overgang\/[0-9a-f]{12}$/);
    expect(await prepareHome(join(closed, 'data'), serverUser())).toBe(home);
  });
});

describe('what the two commands check first', () => {
  interface Prepare {
    checkNode(version: string): void;
    missingPackages(folder: string): string[];
  }
  const script = join(process.cwd(), 'scripts/setup/prepare.mjs');
  const prepare = async () => (await import(script)) as Prepare;

  it('says which Node it needs', async () => {
    const { checkNode } = await prepare();
    expect(() => checkNode('20.18.3')).toThrow('Node 20.19 eller nyere');
    expect(() => checkNode('20.19.0')).not.toThrow();
    expect(() => checkNode('24.1.0')).not.toThrow();
  });

  it('sees a package that is missing or of another version', async () => {
    const { missingPackages } = await prepare();
    const folder = newFolder();
    cpSync('package-lock.json', join(folder, 'package-lock.json'));
    expect(missingPackages(folder)).toContain('node_modules/pg');
    mkdirSync(join(folder, 'node_modules'));
    cpSync('node_modules/.package-lock.json', join(folder, 'node_modules/.package-lock.json'));
    expect(missingPackages(folder)).toEqual([]);
  });
});
