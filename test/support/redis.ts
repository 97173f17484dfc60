import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './free-port.js';

export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/**
 * The Redis of REDIS_URL, else a redis-server of our own on a free port, else undefined (after saying so): the queue
 * tests then run on PostgreSQL only.
 */
export async function startRedis(eviction: 'noeviction' | 'allkeys-lru' = 'noeviction'): Promise<TestRedis | undefined> {
  const external = process.env.REDIS_URL;
  if (external && eviction === 'noeviction') return { url: external, stop: async () => undefined };
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    process.stderr.write('No REDIS_URL and no redis-server on the PATH: the queue tests run on PostgreSQL only.\n');
    return undefined;
  }
  const folder = await mkdtemp(join(process.env.OVERGANG_TEST_DATA ?? tmpdir(), 'overgang-redis-'));
  const port = await freePort();
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  settings.push('--save', '', '--appendonly', 'no', '--maxmemory-policy', eviction);
  // The shell ends with our pipe to it, so with us in any case, and takes the server along.
  const script = 'redis-server "$@" & read -r _; kill $!; wait';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...settings], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise<void>((done) => shell.once('exit', () => done()));
  const url = `redis://127.0.0.1:${port}`;
  const stop = async () => {
    shell.stdin.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  await waitUntilReady(url);
  return { url, stop };
}

async function waitUntilReady(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.ping();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(50);
    } finally {
      client.disconnect();
    }
  }
}
