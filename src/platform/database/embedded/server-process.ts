import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm, stat, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cannotRun, serverEnvironment, type ClusterSettings } from './cluster.js';
import { commandLineOf } from './owner.js';
import type { ServerUser } from './server-user.js';

const LOG_LIMIT_BYTES = 10_000_000;
const FAST_STOP_MS = 6_000;

export interface ServerSettings extends ClusterSettings {
  maxConnections: number;
}

export interface RunningServer {
  exited: Promise<void>;
  hasExited(): boolean;
  /** Ends every session and the server; harder when that takes more than 6 seconds. */
  stop(): Promise<void>;
}

/** Starts postgres on 127.0.0.1:`port`. It is not ready yet when this returns, and ends by itself when we are gone. */
export async function spawnServer(settings: ServerSettings, port: number): Promise<RunningServer> {
  const { native, home, user } = settings;
  const log = await openLog(home);
  const options = ['-D', join(home, 'cluster'), ...settingsOf(settings, port).flatMap((each) => ['-c', each])];
  const server = spawn(join(native, 'bin', 'postgres'), options, {
    ...user,
    cwd: '/',
    env: serverEnvironment(),
    detached: true, // a Ctrl-C in the terminal reaches us first; the server must outlive our last statements
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await new Promise((started, failed) => {
    server.once('spawn', started);
    server.once('error', (cause) => failed(new Error(cannotRun(join(native, 'bin', 'postgres')), { cause })));
  });
  const watchdog = watch(server, user);
  let ended = false;
  const exited = new Promise<void>((done) => {
    server.once('exit', () => {
      ended = true;
      watchdog?.kill('SIGKILL');
      done();
    });
  });
  server.unref();
  const stop = async () => {
    watchdog?.kill('SIGKILL');
    await signalUntil(exited, (signal) => !ended && server.kill(signal));
  };
  return { exited, hasExited: () => ended, stop };
}

function settingsOf({ durable, maxConnections }: ServerSettings, port: number): string[] {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  settings.push(`max_connections=${maxConnections}`, 'timezone=UTC', 'log_timezone=UTC', 'lc_messages=C');
  settings.push('log_line_prefix=%m [%p] ', 'log_parameter_max_length_on_error=0', 'log_error_verbosity=terse');
  settings.push('log_min_error_statement=panic'); // a refused statement may hold personal data
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal');
  if (!durable) settings.push('max_wal_senders=0', 'max_wal_size=4GB', 'checkpoint_timeout=30min');
  return settings;
}

/** A shell that waits for the end of our pipe to it: it ends when we do, even by SIGKILL, and then stops the server. */
function watch(server: ChildProcess, user: ServerUser | undefined): ChildProcess | undefined {
  if (process.platform === 'win32' || server.pid === undefined) return undefined;
  const script = 'read -r _; kill -INT "$0" 2>/dev/null; exit 0';
  const shell = spawn('/bin/sh', ['-c', script, String(server.pid)], {
    ...user,
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin?.on('error', () => undefined);
  (shell.stdin as unknown as { unref?(): void }).unref?.();
  shell.unref();
  return shell;
}

/** A server that an earlier, killed Overgang left on this folder is stopped; a stale lock file is taken away. */
export async function stopOrphan(home: string): Promise<void> {
  const lockFile = join(home, 'cluster', 'postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  const isServer = () => commandLineOf(pid).includes(join(home, 'cluster'));
  if (!isServer()) return rm(lockFile, { force: true });
  const gone = (async () => {
    while (isServer()) await sleep(20);
  })();
  await signalUntil(gone, (signal) => isServer() && process.kill(pid, signal));
}

async function signalUntil(gone: Promise<void>, send: (signal: NodeJS.Signals) => void): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [['SIGINT', FAST_STOP_MS], ['SIGQUIT', 1_500], ['SIGKILL', 1_000]];
  for (const [signal, patience] of steps) {
    send(signal);
    const timer = new AbortController();
    const done = await Promise.race([gone.then(() => true), sleep(patience, false, { signal: timer.signal })]);
    timer.abort();
    if (done) return;
  }
}

async function openLog(home: string): Promise<number> {
  const file = join(home, 'server.log');
  const size = await stat(file).then((found) => found.size, () => 0);
  if (size > LOG_LIMIT_BYTES) await truncate(file);
  return openSync(file, 'a', 0o600);
}

/** The last lines the server wrote, for an error message. */
export async function lastWords(home: string): Promise<string> {
  const text = await readFile(join(home, 'server.log'), 'utf8').catch(() => '');
  return text.split('\n').slice(-12).join('\n');
}

/** `wanted` if nobody listens there, else a port that the system says is free. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
