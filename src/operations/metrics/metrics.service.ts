import { Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { Logger } from '../../platform/logging/logger.js';
import { DatabaseMetrics } from './database-metrics.js';
import { gauge } from './gauge.js';
import { HttpDurations } from './http-durations.js';
import { ProcessMetrics } from './process-metrics.js';

/** What the monitoring reads of the web process: counts, ages and patterns of routes, and no personal data. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly process: ProcessMetrics,
    private readonly http: HttpDurations,
    private readonly database: DatabaseMetrics,
    private readonly logger: Logger,
  ) {}

  /** In Prometheus' text format. What the database would tell is left out while it does not answer, and that is told instead. */
  async read(): Promise<string> {
    const told = await this.database.read().catch((error: unknown) => {
      this.logger.fault('the figures of the database are left out', error);
      return null;
    });
    const now = new Registry();
    gauge(now, 'overgang_database_up', 'Whether the database answers: without it there are no figures of queue, outbox and mail').set(told === null ? 0 : 1);
    return Registry.merge([this.process.read(), this.http.registry, now, ...(told === null ? [] : [told])]).metrics();
  }
}
