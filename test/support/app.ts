import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { SessionStore } from '../../src/auth/session-store.js';
import { SignInService } from '../../src/auth/sign-in.service.js';
import { createWebApp } from '../../src/create-web-app.js';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import { type Actor, systemActor } from '../../src/platform/database/actor.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { Schedules } from '../../src/platform/jobs/scheduled.js';
import { drainOutbox as drain } from '../../src/platform/outbox/drain-outbox.js';
import { createTestDatabase } from './database.js';
import { testConfig } from './test-config.js';
import { usernameOf } from './username.js';

export interface TestApp {
  readonly nest: NestFastifyApplication;
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  /** The address of the listening server, without a slash at its end. */
  readonly url: string;
  get<T>(provider: abstract new (...args: never[]) => T): T;
  /** A request under `/api/v1` with the person's token; without one when nobody is named. */
  as(token: string | null): ApiClient;
  /** Work in one transaction, by default as the system. */
  inTx<T>(work: (tx: Tx) => Promise<T>, actor?: Actor): Promise<T>;
  close(): Promise<void>;
}

export interface ApiClient {
  get(path: string): supertest.Test;
  post(path: string, body?: object): supertest.Test;
  put(path: string, body?: object): supertest.Test;
  patch(path: string, body?: object): supertest.Test;
  delete(path: string): supertest.Test;
}

export interface AppOptions {
  /** An existing database instead of a fresh copy of the template. */
  readonly databaseUrl?: string;
  readonly overrides?: Record<string, string>;
}

/** The real web application on a database of its own, listening on a free port of this machine. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const database = options.databaseUrl === undefined ? await createTestDatabase() : null;
  const config = testConfig(options.databaseUrl ?? database?.url ?? '', options.overrides);
  const nest = await createWebApp(config);
  await nest.listen(0, '127.0.0.1');
  const url = await nest.getUrl();
  const db = nest.get(Database);
  return {
    nest, config, db, url,
    clock: nest.get(Clock),
    get: (provider) => nest.get(provider),
    as: (token) => apiClient(url, token),
    inTx: (work, actor) => db.transaction(actor ?? systemActor(), work),
    close: async () => {
      await nest.close();
      await database?.drop();
    },
  };
}

/** Speaks to any server of ours at the address, with the token or none. */
export function apiClient(url: string, token: string | null): ApiClient {
  const agent = supertest(url);
  const authorised = (test: supertest.Test): supertest.Test => (token === null ? test : test.set('authorization', `Bearer ${token}`));
  const path = (tail: string): string => (tail.startsWith('/api/') ? tail : `/api/v1${tail}`);
  return {
    get: (tail) => authorised(agent.get(path(tail))),
    post: (tail, body) => authorised(agent.post(path(tail))).send(body ?? {}),
    put: (tail, body) => authorised(agent.put(path(tail))).send(body ?? {}),
    patch: (tail, body) => authorised(agent.patch(path(tail))).send(body ?? {}),
    delete: (tail) => authorised(agent.delete(path(tail))),
  };
}

/** Gives a person a local account and returns the token of a new session, opened as the sign-in does it once the password is right. */
export async function signIn(app: TestApp, staffId: string, kind: 'bearer' | 'page' = 'bearer'): Promise<string> {
  const accounts = app.get(SignInService);
  await app.inTx((tx) => accounts.setPassword(tx, staffId, usernameOf(staffId), 'demo'));
  return app.inTx(async (tx) => {
    tx.audit('session.opened', { type: 'staff', id: staffId });
    return (await app.get(SessionStore).open(tx, staffId, kind)).token;
  }, { ...systemActor(), kind: 'staff', staffId });
}

/** Lets the relay and the consumer work until no message waits; throws when one cannot be handled. */
export async function drainOutbox(app: TestApp): Promise<void> {
  await drain(app.nest);
}

/** Runs one schedule now, as the queue would; lets its errors through. */
export async function runSchedule(app: TestApp, name: string): Promise<void> {
  const schedule = app.get(Schedules).named(name);
  await app.inTx((tx) => schedule.run(tx));
}
