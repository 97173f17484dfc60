import { Redis } from 'ioredis';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';
import { type NotebookWorker, startNotebookWorker } from './notebook-worker.js';
import type { OpenRedis } from './queue-backends.js';
import type { TestRedis } from './redis.js';

const DEADLOCK = '40P01';

/** A worker with a notebook on a queue of its own, in the one backend or the other. */
export class QueueDesk {
  private constructor(
    private readonly database: TestDatabase,
    private readonly redis: TestRedis | null,
    private readonly settings: Record<string, string>,
    public worker: NotebookWorker,
  ) {}

  static async open(openRedis: OpenRedis, settings: Record<string, string> = {}): Promise<QueueDesk> {
    const [redis, database] = [await openRedis(), await createTestDatabase()];
    return new QueueDesk(database, redis, settings, await startNotebookWorker(database.url, redis?.url ?? null, settings));
  }

  /** Another worker on the same queue takes the place of the one that ends. */
  async replaceWorker(): Promise<void> {
    await this.worker.stop();
    this.worker = await startNotebookWorker(this.database.url, this.redis?.url ?? null, this.settings);
  }

  /** Throws away all that the queue holds; the outbox keeps what it has. */
  async emptyQueue(): Promise<void> {
    if (this.redis === null) return emptyTables(this.database.url);
    const client = new Redis(this.redis.url);
    await client.flushall();
    client.disconnect();
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.redis?.stop();
    await this.database.drop();
  }
}

async function emptyTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("SELECT format('bullmq.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'");
  await truncate(client, rows.map(({ name }) => name));
  await client.end();
}

/** The workers go on while their tables are emptied, so that the two may lock each other out for a moment. */
async function truncate(client: pg.Client, tables: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`TRUNCATE ${tables.join(', ')}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || attempt === 10) throw error;
    }
  }
}
