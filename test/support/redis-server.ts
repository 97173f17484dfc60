import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

const READY_MS = 10_000;

/** Settings of redis.conf by name; unless told otherwise nothing is kept on disk. */
export type RedisSettings = Readonly<Record<string, string>>;

const FORGETFUL: RedisSettings = { save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction' };

/** A redis-server of our own on a free port of this machine; it ends when we do, in any case. */
export class RedisServer {
  private shell: ChildProcess | null = null;
  private pid = 0;

  private constructor(
    readonly port: number,
    readonly folder: string,
  ) {}

  static available(): boolean {
    return spawnSync('redis-server', ['--version']).status === 0;
  }

  static async start(settings: RedisSettings = {}): Promise<RedisServer> {
    const folder = await mkdtemp(join(process.env.OVERGANG_TEST_DATA ?? tmpdir(), 'overgang-redis-'));
    const server = new RedisServer(await freePort(), folder);
    await server.run(settings);
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again on its port and folder, after `kill`. */
  async run(settings: RedisSettings = {}): Promise<void> {
    const all = { port: String(this.port), bind: '127.0.0.1', dir: this.folder, ...FORGETFUL, ...settings };
    const options = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
    // The shell ends with our pipe to it, so with us in any case, and takes the server along.
    const script = 'redis-server "$@" & echo $!; read -r _; kill -9 $! 2>/dev/null; wait';
    const shell = spawn('/bin/sh', ['-c', script, 'sh', ...options], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.shell = shell;
    this.pid = await new Promise<number>((told) => shell.stdout.once('data', (line: Buffer) => told(Number.parseInt(line.toString(), 10))));
    shell.stdout.resume();
    await this.ready();
  }

  /** Runs it again if somebody has left it killed. */
  async ensureRunning(): Promise<void> {
    if (this.shell === null) await this.run();
  }

  /** As a power cut: nothing is saved, nobody is told. */
  async kill(): Promise<void> {
    const { shell } = this;
    if (shell === null) return;
    this.shell = null;
    if (shell.exitCode !== null || shell.signalCode !== null) return;
    const ended = new Promise<void>((done) => shell.once('exit', () => done()));
    try {
      process.kill(this.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    shell.stdin?.end();
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs commands as an administrator would. */
  async command(...words: [string, ...string[]]): Promise<unknown> {
    return this.with((client) => client.call(...words));
  }

  /** A connection for one piece of work. @throws the driver's error when nobody answers */
  async with<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      client.disconnect();
    }
  }

  private async ready(): Promise<void> {
    for (const end = Date.now() + READY_MS; ; await sleep(30)) {
      const answer = await this.command('PING').catch((error: unknown) => error);
      if (answer === 'PONG') return;
      if (Date.now() > end) throw new Error('redis-server did not start', { cause: answer });
    }
  }
}
