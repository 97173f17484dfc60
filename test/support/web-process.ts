import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/platform/config/config.js';
import { freePortFrom } from '../../src/local/free-port.js';
import { usernameOf } from './username.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 30_000;

export interface WebProcess {
  readonly url: string;
  /** Its exit code when it has ended, null when it was killed. */
  readonly ended: Promise<number | null>;
  /** Asks it to end and waits; returns its exit code, null when it was killed. */
  close(): Promise<number | null>;
}

/** A second web process of the operating system on the same database, as a large installation runs several. */
export async function startWebProcess(config: Config, env: Record<string, string> = {}): Promise<WebProcess> {
  const port = await freePortFrom(4_100);
  const { CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY, DATABASE_URL } = config;
  const child = spawn(process.execPath, ['--import', './scripts/typescript.mjs', 'src/main.ts'], {
    cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '', CPR_KEY, CPR_INDEX_KEY, AUDIT_KEY, DATABASE_URL, PORT: String(port), ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  const close = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
    if (child.exitCode !== null) throw new Error(`the web process ended with ${child.exitCode}`);
    if (await answers(url)) return { url, ended, close };
  }
  await close();
  throw new Error('the web process did not start');
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then((answer) => answer.ok, () => false);
}

/** Asks a process to sign somebody in; waits as long as it does. */
export function askToSignIn({ url }: Pick<WebProcess, 'url'>, staffId: string): Promise<Response> {
  const body = JSON.stringify({ username: usernameOf(staffId), password: 'demo' });
  return fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}
