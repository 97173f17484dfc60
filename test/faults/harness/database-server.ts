import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { packagedServer, runnableServer } from '../../../src/platform/database/embedded/binaries.js';
import { ensureCluster, OWNER_NAME, serverEnvironment } from '../../../src/platform/database/embedded/cluster.js';
import { freePort } from '../../support/free-port.js';
import { serverUser } from '../../../src/platform/database/embedded/server-user.js';
import { guard } from './guard.js';
import { until } from './patience.js';
import type { Environment } from './program.js';

const READY_MS = 30_000;
/** Commits are kept when the server is killed, but not when the machine is: nothing here switches the machine off. */
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=on', 'max_connections=200', 'shared_buffers=64MB'];

/** A PostgreSQL of our own that can be broken. */
export class DatabaseServer {
  private child: ChildProcess | null = null;
  private readonly words: string[] = [];

  private constructor(
    /** Holds `cluster`, with the data. */
    private readonly home: string,
    private readonly native: string,
    private readonly password: string,
    readonly port: number,
  ) {}

  static async create(): Promise<DatabaseServer> {
    const user = serverUser();
    const native = await runnableServer(packagedServer(), user);
    const home = await openFolder();
    const password = await ensureCluster({ native, home, user, durable: false });
    const server = new DatabaseServer(home, native, password, await freePort());
    await server.start();
    return server;
  }

  /** A second server with the same data in a folder of its own; this one is stopped for a moment. Not yet started. */
  async clone(folder?: string): Promise<DatabaseServer> {
    const home = folder ?? (await openFolder());
    await this.stop();
    await cp(join(this.home, 'cluster'), join(home, 'cluster'), { recursive: true, preserveTimestamps: true });
    await giveTo(join(home, 'cluster'));
    await this.start();
    return new DatabaseServer(home, this.native, this.password, await freePort());
  }

  url(database: string, port = this.port): string {
    return `postgres://${OWNER_NAME}:${this.password}@127.0.0.1:${port}/${database}`;
  }

  /** What the server has logged. */
  get output(): string {
    return this.words.join('');
  }

  async start(environment: Environment = {}): Promise<void> {
    const settings = [
      ...SETTINGS, `port=${this.port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', 'lc_messages=C',
      'log_min_error_statement=panic',
    ];
    const options = ['-D', join(this.home, 'cluster'), ...settings.flatMap((each) => ['-c', each])];
    const child = spawn(join(this.native, 'bin', 'postgres'), options, {
      ...serverUser(), cwd: '/', env: { ...serverEnvironment(), ...environment }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    guard(child);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => this.words.push(text.toString()));
    await until('PostgreSQL answers', () => this.answers(), READY_MS);
  }

  /** Orderly, at once. */
  async stop(): Promise<void> {
    await this.end('SIGINT');
  }

  /** As `pg_ctl -m immediate restart`: every session is broken off, and the server recovers from its log. */
  async restartImmediately(): Promise<void> {
    await this.end('SIGQUIT');
    await this.start();
  }

  /** Kills one of the server's own processes as the kernel would; the server then recovers by itself. */
  async killBackend(where: string): Promise<void> {
    const [row] = await this.query<{ pid: number }>('postgres', `SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND ${where} LIMIT 1`);
    if (row === undefined) throw new Error(`no backend where ${where}`);
    process.kill(row.pid, 'SIGKILL');
  }

  /** One statement as the superuser on a connection of its own. */
  async query<R extends object = Record<string, unknown>>(database: string, sql: string, params: unknown[] = []): Promise<R[]> {
    const client = await this.connect(database);
    try {
      return (await client.query<R>(sql, params)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** A session as the superuser; whoever asks for it ends it. */
  async connect(database: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url(database), connectionTimeoutMillis: 10_000, application_name: 'faults' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async remove(): Promise<void> {
    await this.end('SIGQUIT');
    await rm(this.home, { recursive: true, force: true });
  }

  private async answers(): Promise<boolean> {
    if (typeof this.child?.exitCode === 'number') throw new Error(`PostgreSQL ended: ${this.output.slice(-600)}`);
    return (await this.query('postgres', 'SELECT 1')).length === 1;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }
}

/** A temporary folder that the server's own user may enter. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'overgang-faults-'));
  await chmod(folder, 0o755);
  return folder;
}

async function giveTo(folder: string): Promise<void> {
  const user = serverUser();
  if (user === undefined) return;
  await once(spawn('chown', ['-R', `${user.uid}:${user.gid}`, folder], { stdio: 'ignore' }), 'exit');
}
