import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/platform/config/config.js';
import { freePortFrom } from '../../src/local/free-port.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 30_000;

export interface WebProcess {
  readonly url: string;
  close(): Promise<void>;
}

/** A second web process of the operating system on the same database, as a large installation runs several. */
export async function startWebProcess(config: Config): Promise<WebProcess> {
  const port = await freePortFrom(4_100);
  const { CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY, DATABASE_URL } = config;
  const child = spawn(process.execPath, ['--import', './scripts/typescript.mjs', 'src/main.ts'], {
    cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY, DATABASE_URL, PORT: String(port) },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
    if (child.exitCode !== null) throw new Error(`the web process ended with ${child.exitCode}`);
    if (await answers(url)) return { url, close };
  }
  await close();
  throw new Error('the web process did not start');
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then((answer) => answer.ok, () => false);
}
