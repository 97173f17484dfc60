import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ASK_CPU, type Told } from './serve-parent.js';

export interface ChildServer {
  readonly url: string;
  /** Processor time of the process so far, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

const TYPESCRIPT = new URL('../../scripts/typescript.mjs', import.meta.url).href;
const STOP_MS = 10_000;

/** Starts a server in a process of its own, so that neither the other side nor the load shares its thread. What it logs is dropped. */
export async function startChild(script: string, orders: object, profile: string | null = null): Promise<ChildServer> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [], {
    execArgv: ['--import', TYPESCRIPT, ...(profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
    env: { ...process.env, NODE_ENV: 'production' },
    serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${script} has ended`)));
  ended.catch(() => undefined);
  const ask = async (question: object | string): Promise<Told> => {
    const told = once(child, 'message') as Promise<[Told]>;
    child.send(question);
    return (await Promise.race([told, ended]))[0];
  };
  const { url = '' } = await ask(orders);
  return { url, cpu: async () => (await ask(ASK_CPU)).cpu ?? 0, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<never>): Promise<void> {
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  if (child.connected) child.disconnect();
  await ended.catch(() => undefined);
  clearTimeout(late);
}
