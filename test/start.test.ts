import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf } from '../src/platform/database/embedded/owner.js';
import { PROJECT } from './support/source-files.js';

const FIRST_PAGE_MS = 90_000;
const STOP_MS = 10_000;

interface Started {
  npm: ChildProcess;
  output(): string;
  address(): Promise<string>;
  ended: Promise<number>;
}

const dataDir = mkdtempSync(join(tmpdir(), 'overgang-start-'));
chmodSync(dataDir, 0o755);
const running: ChildProcess[] = [];
let squatter: Server;

beforeAll(async () => {
  squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => squatter.once('listening', listening));
});

afterAll(async () => {
  for (const npm of running) npm.kill('SIGTERM');
  await eventually(() => processesOn(dataDir).length === 0, STOP_MS);
  squatter.close();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

/** Like a person in a terminal: npm and all it starts in one process group. */
function npmStart(): Started {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(takenPort()), DATABASE_URL: '', REDIS_URL: '', NODE_ENV: '' };
  const npm = spawn('npm', ['start'], { cwd: PROJECT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(npm);
  let text = '';
  npm.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  npm.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number>((done) => npm.once('exit', (code) => done(code ?? -1)));
  const address = async () => {
    await eventually(() => /kører på http/.test(text) || npm.exitCode !== null, FIRST_PAGE_MS);
    const found = /Overgang kører på (http:\S+)/.exec(text)?.[1];
    if (!found) throw new Error(`npm start said no address:\n${text}`);
    return found;
  };
  return { npm, output: () => text, address, ended };
}

const takenPort = () => (squatter.address() as AddressInfo).port;

/** npm, the shell and our own process have the folder in their environment, the database server in its command line. */
function processesOn(folder: string): number[] {
  const mentions = (pid: number) => commandLineOf(pid).includes(folder) || environmentOf(pid).includes(`=${folder}`);
  return readdirSync('/proc').map(Number).filter((pid) => pid > 0 && mentions(pid));
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

async function eventually(what: () => boolean, withinMs: number): Promise<void> {
  for (let waited = 0; !what(); waited += 50) {
    if (waited > withinMs) throw new Error(`Not within ${withinMs} ms: ${what.toString()}`);
    await sleep(50);
  }
}

(process.platform === 'linux' ? describe : describe.skip)('npm start', () => {
  it('finds a free port, answers, refuses a second start on its data, and ends with npm', async () => {
    const first = npmStart();
    const address = await first.address();
    expect(address).not.toContain(`:${takenPort()}`);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(processesOn(dataDir).length).toBeGreaterThan(2);

    const second = npmStart();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Overgang kører allerede på ${address}`);

    first.npm.kill('SIGTERM'); // npm alone, as a supervisor would
    await first.ended;
    await eventually(() => processesOn(dataDir).length === 0, STOP_MS);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
  }, 240_000);

  it('starts again on the same data and ends by Ctrl-C', async () => {
    const again = npmStart();
    const address = await again.address();
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    process.kill(-(again.npm.pid ?? NaN), 'SIGINT');
    await again.ended;
    await eventually(() => processesOn(dataDir).length === 0, STOP_MS);
  }, 120_000);
});
