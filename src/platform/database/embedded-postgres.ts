import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { packagedServer, runnableServer } from './embedded/binaries.js';
import { ensureCluster, OWNER_NAME, prepareHome } from './embedded/cluster.js';
import { claimFolder } from './embedded/owner.js';
import { freePort, lastWords, spawnServer, stopOrphan } from './embedded/server-process.js';
import type { RunningServer, ServerSettings } from './embedded/server-process.js';
import { serverUser } from './embedded/server-user.js';

const READY_MS = 60_000;
const ATTEMPTS = 3;
const WRONG_PASSWORD = '28P01';

export interface EmbeddedPostgresOptions {
  /** Kept between runs; made if it is not there. */
  dataDir: string;
  /** False trades safety at a power cut for speed: for tests only. */
  durable?: boolean;
  maxConnections?: number;
}

export interface EmbeddedPostgres {
  /** The superuser's connection to the database `overgang`; holds the password, so never log it. */
  url: string;
  /** Says where this Overgang answers, for the message that a second start on the same data shows. */
  announce(address: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought, on 127.0.0.1 and a free port, with its data under `dataDir`. Throws with a
 * Danish message when it cannot, also when another living Overgang uses the same data.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, maxConnections = 100 } = options;
  const user = serverUser();
  const packaged = packagedServer();
  const home = await prepareHome(dataDir, user);
  const claim = await claimFolder(home);
  try {
    const native = await runnableServer(packaged, user);
    await stopOrphan(home);
    const settings = { native, home, user, durable, maxConnections };
    const { server, url } = await startOnFreePort(settings, await ensureCluster(settings));
    const stop = async () => {
      await server.stop();
      await claim.release();
    };
    return { url, announce: claim.announce, stop };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** The address of the server that another process runs on `dataDir`, or null when none answers. Holds the password: never log it. */
export async function runningEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const home = await prepareHome(dataDir, serverUser());
  const [port, password] = await Promise.all(['port', 'password'].map((name) => readFile(join(home, name), 'utf8').catch(() => null)));
  if (!port || !password) return null;
  const url = `postgres://${OWNER_NAME}:${password}@127.0.0.1:${port}/${OWNER_NAME}`;
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return url;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Started {
  server: RunningServer;
  url: string;
}

/** On the port of the last run when it is still free, so that open clients of the database find it again. */
async function startOnFreePort(settings: ServerSettings, password: string): Promise<Started> {
  const file = join(settings.home, 'port');
  const remembered = Number(await readFile(file, 'utf8').catch(() => '0')) || 0;
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? remembered : 0);
    const server = await spawnServer(settings, port);
    const url = (database: string) => `postgres://${OWNER_NAME}:${password}@127.0.0.1:${port}/${database}`;
    if (await becomesReady(server, url('postgres'))) {
      await writeFile(file, String(port));
      return { server, url: url(OWNER_NAME) };
    }
    await server.stop();
    if (attempt < ATTEMPTS) continue; // somebody may have taken the port in between
    throw new Error(`Den indbyggede PostgreSQL kom ikke i gang:\n${await lastWords(settings.home)}`);
  }
}

/** Waits until the server answers and has our database; false when it ends first, refuses us or takes too long. */
async function becomesReady(server: RunningServer, url: string): Promise<boolean> {
  const deadline = Date.now() + READY_MS;
  while (!server.hasExited() && Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [OWNER_NAME]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${OWNER_NAME}`);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === WRONG_PASSWORD) return false;
      await sleep(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}
