import { Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { Database } from '../../platform/database/database.js';
import { TICK } from '../../platform/jobs/schedule-runner.js';
import { MailState } from '../health/mail-state.js';
import { type QueueState, QueueStateReader } from '../health/queue-state.js';
import { gauge } from './gauge.js';

const QUEUE: ReadonlyArray<readonly [string, string, (state: QueueState) => number | null]> = [
  ['overgang_queue_waiting', 'Messages that wait to be done', (state) => state.waiting],
  ['overgang_queue_dead', 'Messages that were given up and that nobody has decided on', (state) => state.dead],
  ['overgang_queue_workers', 'Workers that have signed within a minute', (state) => state.workers],
  ['overgang_queue_workers_connected', 'Workers that have the queue open', (state) => state.connected],
  ['overgang_queue_canary_age_seconds', "Since a worker's message to itself came back", (state) => state.canarySeconds],
  ['overgang_queue_tick_age_seconds', 'Since anything ticked', (state) => state.tickSeconds],
];

/** A message lies in the outbox until the relay takes it, then in the queue until a worker begins. Its age counts from when it was due: it may be put into the queue anew. */
const WAITING = `
  SELECT coalesce(max(age) FILTER (WHERE state = 'pending'), 0)::float8 AS "outboxSeconds",
         coalesce(max(age) FILTER (WHERE state = 'queued' AND (lease_until IS NULL OR lease_until < now())), 0)::float8 AS "queueSeconds"
  FROM (SELECT state, lease_until, extract(epoch FROM now() - available_at) AS age FROM outbox_message
        WHERE state IN ('pending', 'queued') AND available_at <= now()) due`;

/** What the database tells of the work of all processes: counts and ages, and no personal data. */
@Injectable()
export class DatabaseMetrics {
  constructor(
    private readonly db: Database,
    private readonly queue: QueueStateReader,
    private readonly mail: MailState,
  ) {}

  /** @throws DomainError unavailable when the database is away */
  async read(): Promise<Registry> {
    const registry = new Registry();
    await this.queueGauges(registry);
    await this.waitingGauges(registry);
    await this.outboxGauge(registry);
    await this.mailGauge(registry);
    await this.scheduleGauge(registry);
    return registry;
  }

  private async queueGauges(registry: Registry): Promise<void> {
    const state = await this.queue.read();
    for (const [name, help, valueOf] of QUEUE) {
      const value = valueOf(state);
      if (value !== null) gauge(registry, name, help).set(value);
    }
  }

  private async waitingGauges(registry: Registry): Promise<void> {
    const [row] = await this.db.statement<{ outboxSeconds: number; queueSeconds: number }>('metrics-waiting', WAITING);
    gauge(registry, 'overgang_outbox_oldest_seconds', 'Age of the oldest message that is due and not yet in the queue').set(row?.outboxSeconds ?? 0);
    gauge(registry, 'overgang_queue_lag_seconds', 'Age of the oldest message that is in the queue and that no worker has begun').set(row?.queueSeconds ?? 0);
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
}
