import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { workerLimits } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { Scheduled } from '../../src/platform/jobs/scheduled.js';
import { WorkerHost } from '../../src/platform/jobs/worker-host.js';
import { type EffectContext, Handles, HandlesEffect } from '../../src/platform/outbox/handlers.js';
import { defineMessage } from '../../src/platform/outbox/message.js';
import { messageDied } from '../../src/platform/outbox/outbox-consumer.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { testConfig } from './test-config.js';

export const noted = defineMessage<{ word: string }>('test.noted');
export const posted = defineMessage<{ word: string }>('test.posted');
export const poisoned = defineMessage<{ word: string }>('test.poisoned');
export const asked = defineMessage<{ milliseconds: number }>('test.asked');
export const slow = defineMessage<{ milliseconds: number }>('test.slow');

/** What a worker in a test can do: note in the database, post a letter, choke, take its time, ask somebody who does not answer, tick. */
@Injectable()
export class Notebook {
  readonly letters: string[] = [];
  readonly deaths: string[] = [];
  slowBegun = 0;
  asked = 0;
  ticks = 0;

  @Handles(noted)
  async note(tx: Tx, { word }: { word: string }): Promise<void> {
    await tx.execute('INSERT INTO setting (key, value, changed_at) VALUES ($1, $2, now())', [`test:${word}`, JSON.stringify(word)]);
  }

  @HandlesEffect(posted)
  async post({ word }: { word: string }): Promise<void> {
    this.letters.push(word);
  }

  @Handles(poisoned)
  async choke(): Promise<void> {
    throw new TypeError('always');
  }

  @HandlesEffect(slow)
  async linger({ milliseconds }: { milliseconds: number }, { stillMine }: EffectContext): Promise<void> {
    this.slowBegun += 1;
    await pause(milliseconds);
    await stillMine();
    this.letters.push('slow');
  }

  @HandlesEffect(asked, 'servers')
  async ask({ milliseconds }: { milliseconds: number }): Promise<void> {
    this.asked += 1;
    await pause(milliseconds);
  }

  @Handles(messageDied)
  async mourn(_tx: Tx, { kind }: { kind: string }): Promise<void> {
    this.deaths.push(kind);
  }

  @Scheduled({ name: 'test.tick', everySeconds: 1 })
  async tick(): Promise<void> {
    this.ticks += 1;
  }
}

@Module({ providers: [Notebook] })
class NotebookModule {}

export interface NotebookWorker {
  readonly context: INestApplicationContext;
  readonly db: Database;
  readonly notebook: Notebook;
  stop(): Promise<void>;
}

/** A real worker with a notebook for its only feature. */
export async function startNotebookWorker(databaseUrl: string, redisUrl: string | null, overrides: Record<string, string> = {}): Promise<NotebookWorker> {
  const config = testConfig(databaseUrl, { ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }), ...overrides });
  @Module({ imports: [PlatformModule.with(config, workerLimits(config.timing)), NotebookModule] })
  class TestWorkerModule {}
  const context = await NestFactory.createApplicationContext(TestWorkerModule, { logger: false, abortOnError: false });
  const host = context.get(WorkerHost);
  const stop = async (): Promise<void> => {
    await host.stop();
    await context.close();
  };
  await host.start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { context, db: context.get(Database), notebook: context.get(Notebook), stop };
}

export async function until(condition: () => Promise<boolean> | boolean, milliseconds = 15_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('did not happen in time');
    await pause(25);
  }
}
