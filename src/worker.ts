import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ProcessMetrics } from './operations/metrics/process-metrics.js';
import { serveWorkerMetrics } from './operations/metrics/worker-metrics.js';
import { proveDatabase } from './operations/prove-database.js';
import { ClockWatch } from './platform/clock/clock-watch.js';
import { type Config, readConfig } from './platform/config/config.js';
import { Database } from './platform/database/database.js';
import { endRefused } from './platform/errors/start-refused.js';
import { stopOnSignal } from './platform/http/stop-on-signal.js';
import { WorkerHost } from './platform/jobs/worker-host.js';
import { Logger } from './platform/logging/logger.js';
import { watchLoop } from './platform/threads/loop-watch.js';
import { WorkerModule } from './worker.module.js';

/**
 * Builds the worker and starts taking jobs; waits for a database that is busy.
 * @throws ConfigError, DatabaseAway, WrongKeys, EvictionRefused, or StartRefused that names the guards when the database has lost one
 */
export async function startWorker(config: Config): Promise<{ context: INestApplicationContext; stop(): Promise<void> }> {
  const context = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: false, abortOnError: false });
  context.useLogger(context.get(Logger));
  const host = context.get(WorkerHost);
  const metrics = new ProcessMetrics(context.get(Database), context.get(ClockWatch));
  const closeMetrics = await serveWorkerMetrics(config, metrics, context.get(Logger));
  const stop = async (): Promise<void> => {
    await closeMetrics();
    await host.stop();
    await context.close();
  };
  try {
    await proveDatabase(context, config);
    await host.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { context, stop };
}

if (process.argv[1] === import.meta.filename) {
  try {
    const config = readConfig(process.env);
    const worker = await startWorker(config);
    watchLoop(config.timing.LOOP_SILENT_MS);
    stopOnSignal(() => worker.stop());
  } catch (error) {
    endRefused(error);
  }
}
