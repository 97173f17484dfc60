import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { ClockWatch } from '../../platform/clock/clock-watch.js';
import { Database } from '../../platform/database/database.js';
import { gauge } from './gauge.js';

/** What one process knows of itself (memory, event loop, connections, clock): asks nobody, so it is there while all else is away. */
@Injectable()
export class ProcessMetrics {
  private readonly process = new Registry();

  constructor(
    private readonly db: Database,
    private readonly clocks: ClockWatch,
  ) {}

  /** The figures of this moment. */
  read(): Registry {
    if (this.process.getMetricsAsArray().length === 0) collectDefaultMetrics({ register: this.process });
    const now = new Registry();
    const { total, idle, waiting, most } = this.db.pool();
    const connections = gauge(now, 'overgang_database_connections', 'Connections of this process to the database', ['use']);
    for (const [use, value] of Object.entries({ busy: total - idle, idle, waiting, most })) connections.set({ use }, value);
    gauge(now, 'overgang_clock_skew_seconds', "This machine's clock ahead of the database's").set(this.clocks.skewSeconds);
    return Registry.merge([this.process, now]);
  }
}
