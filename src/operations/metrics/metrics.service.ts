import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { ClockWatch } from '../../platform/clock/clock-watch.js';
import { Database } from '../../platform/database/database.js';
import { TICK } from '../../platform/jobs/schedule-runner.js';
import { MailState } from '../health/mail-state.js';
import { type QueueState, QueueStateReader } from '../health/queue-state.js';
import { HttpDurations } from './http-durations.js';

const QUEUE: ReadonlyArray<readonly [string, string, (state: QueueState) => number | null]> = [
  ['overgang_queue_waiting', 'Messages that wait to be done', (state) => state.waiting],
  ['overgang_queue_lag_seconds', 'Age of the oldest message that waits', (state) => state.oldestSeconds],
  ['overgang_queue_dead', 'Messages that were given up and that nobody has decided on', (state) => state.dead],
  ['overgang_queue_workers', 'Workers that have signed within a minute', (state) => state.workers],
  ['overgang_queue_workers_connected', 'Workers that have the queue open', (state) => state.connected],
  ['overgang_queue_canary_age_seconds', "Since a worker's message to itself came back", (state) => state.canarySeconds],
  ['overgang_queue_tick_age_seconds', 'Since anything ticked', (state) => state.tickSeconds],
];

/** What the monitoring reads: counts, ages and patterns of routes, and no personal data. */
@Injectable()
export class MetricsService {
  private readonly process = new Registry();

  constructor(
    private readonly db: Database,
    private readonly queue: QueueStateReader,
    private readonly mail: MailState,
    private readonly clocks: ClockWatch,
    private readonly http: HttpDurations,
  ) {}

  /** In Prometheus' text format. @throws DomainError unavailable when the database is away */
  async read(): Promise<string> {
    if (this.process.getMetricsAsArray().length === 0) collectDefaultMetrics({ register: this.process });
    const now = new Registry();
    await this.queueGauges(now);
    await this.outboxGauge(now);
    await this.mailGauge(now);
    await this.scheduleGauge(now);
    this.poolGauge(now);
    gauge(now, 'overgang_clock_skew_seconds', "This machine's clock ahead of the database's").set(this.clocks.skewSeconds);
    return Registry.merge([this.process, this.http.registry, now]).metrics();
  }

  private async queueGauges(registry: Registry): Promise<void> {
    const state = await this.queue.read();
    for (const [name, help, valueOf] of QUEUE) {
      const value = valueOf(state);
      if (value !== null) gauge(registry, name, help).set(value);
    }
  }

  private async outboxGauge(registry: Registry): Promise<void> {
    const rows = await this.db.statement<{ state: string; kind: string; count: number }>(
      'metrics-outbox', 'SELECT state, kind, count(*)::int AS count FROM outbox_message GROUP BY state, kind',
    );
    const counts = gauge(registry, 'overgang_outbox_messages', 'Messages by state and kind', ['state', 'kind']);
    for (const { state, kind, count } of rows) counts.set({ state, kind }, count);
  }

  private async mailGauge(registry: Registry): Promise<void> {
    const counts = gauge(registry, 'overgang_mail_deliveries', 'Mails by state', ['state']);
    for (const { state, count } of await this.mail.deliveries()) counts.set({ state }, count);
  }

  private async scheduleGauge(registry: Registry): Promise<void> {
    const rows = await this.db.statement<{ name: string; age: number }>(
      'metrics-schedules', 'SELECT name, extract(epoch FROM now() - last_run_at)::float8 AS age FROM schedule_tick WHERE name <> $1 AND last_run_at IS NOT NULL', [TICK],
    );
    const ages = gauge(registry, 'overgang_schedule_age_seconds', 'Since a schedule last succeeded', ['schedule']);
    for (const { name, age } of rows) ages.set({ schedule: name }, age);
  }

  private poolGauge(registry: Registry): void {
    const { total, idle, waiting, most } = this.db.pool();
    const connections = gauge(registry, 'overgang_database_connections', 'Connections of this process to the database', ['use']);
    for (const [use, value] of Object.entries({ busy: total - idle, idle, waiting, most })) connections.set({ use }, value);
  }
}

function gauge(registry: Registry, name: string, help: string, labelNames: string[] = []): Gauge {
  return new Gauge({ name, help, labelNames, registers: [registry] });
}
