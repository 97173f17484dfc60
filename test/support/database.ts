import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { onDatabase } from './test-url.js';

const OBJECT_IN_USE = '55006';

export interface TestDatabase {
  /** As the owner of everything in it. */
  url: string;
  drop(): Promise<void>;
}

/** A migrated database of its own for one test file, copied from the template (about 40 ms). */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${required('OVERGANG_TEST_TEMPLATE')}`);
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('TEMPLATE template0');
}

async function createDatabase(how: string): Promise<TestDatabase> {
  const server = required('OVERGANG_TEST_SERVER');
  const name = `overgang_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(server, (client) => createWhenFree(client, `CREATE DATABASE ${name} ${how}`));
  const drop = () => onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { url: onDatabase(server, name), drop: async () => void (await drop()) };
}

/** A template that somebody is connected to cannot be copied; that never lasts long. */
async function createWhenFree(client: pg.Client, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== OBJECT_IN_USE || attempt === 50) throw error;
      await sleep(100);
    }
  }
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: onDatabase(server, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the tests with "npm test" or "npm run jest -- test/…".`);
  return value;
}
