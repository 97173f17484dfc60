import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { guard } from './guard.js';

const PROJECT = fileURLToPath(new URL('../../../..', import.meta.url));
const STOP_MS = 12_000;

export type Environment = Readonly<Record<string, string>>;

/** How a program ended: its exit code or the signal. */
export type End = number | NodeJS.Signals;

/** A process of ours as the operating system sees it. */
export class Program {
  private readonly lines: string[] = [];
  private end: End | null = null;
  readonly ended: Promise<End>;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    guard(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => this.lines.push(text.toString()));
    this.ended = new Promise((told) => {
      child.once('exit', (code, signal) => {
        this.end = signal ?? code ?? 0;
        told(this.end);
      });
      child.once('error', () => told(127));
    });
  }

  /** Runs one of the compiled programs, by its place under dist/, with nothing of our own environment but the path. */
  static start(name: string, [script = '', ...args]: readonly string[], environment: Environment, wrap: readonly string[] = []): Program {
    const command = [...wrap, process.execPath, join(PROJECT, 'dist', script), ...args];
    const child = spawn(command[0] ?? process.execPath, command.slice(1), {
      cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', LOG_LEVEL: 'info', ...environment },
    });
    return new Program(name, child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Everything it has written so far. */
  get output(): string {
    return this.lines.join('');
  }

  get over(): boolean {
    return this.end !== null;
  }

  signal(signal: NodeJS.Signals): void {
    if (!this.over) this.child.kill(signal);
  }

  async kill(): Promise<End> {
    this.signal('SIGKILL');
    return this.ended;
  }

  /** Asks it to end in order; returns how it did. A frozen or deaf one is killed after a while. */
  async stop(): Promise<End> {
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    const timer = new AbortController();
    const patience = pause(STOP_MS, null, { signal: timer.signal }).catch(() => null);
    const end = await Promise.race([this.ended, patience]);
    timer.abort();
    return end ?? this.kill();
  }
}
