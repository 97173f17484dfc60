import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Alarms } from './alarms/alarms.js';
import { AuditSealer } from './audit/audit-sealer.job.js';
import { AuditWriter } from './audit/audit-writer.js';
import { Clock } from './clock/clock.js';
import { ClockWatch } from './clock/clock-watch.js';
import { Config } from './config/config.js';
import { type ConnectionLimits, createDataSource } from './database/data-source.js';
import { Database } from './database/database.js';
import { PatientStart, START_PATIENCE_MS } from './database/patient-start.js';
import { ReferenceData } from './database/reference-data.js';
import { IdempotencyExpiry } from './http/idempotency-expiry.job.js';
import { MessagePump } from './jobs/message-pump.js';
import { QueueLink } from './jobs/queue-link.js';
import { ScheduleRunner } from './jobs/schedule-runner.js';
import { Schedules } from './jobs/scheduled.js';
import { WorkerHost } from './jobs/worker-host.js';
import { WorkerSign } from './jobs/worker-sign.js';
import { WorkerWatch } from './jobs/worker-watch.js';
import { Logger } from './logging/logger.js';
import { Mailer } from './mail/mailer.js';
import { Handlers } from './outbox/handlers.js';
import { MessageLease } from './outbox/message-lease.js';
import { OutboxConsumer } from './outbox/outbox-consumer.js';
import { OutboxExpiry } from './outbox/outbox-expiry.job.js';
import { OutboxListener } from './outbox/outbox-listener.js';
import { OutboxRelay } from './outbox/outbox-relay.js';

const PROVIDERS = [
  Alarms, AuditSealer, AuditWriter, Clock, ClockWatch, Database, Handlers, IdempotencyExpiry, Logger, Mailer, MessageLease, MessagePump, OutboxConsumer,
  OutboxExpiry, OutboxListener, OutboxRelay, QueueLink, ReferenceData, ScheduleRunner, Schedules, WorkerHost, WorkerSign, WorkerWatch,
];

/** What every feature stands on; it holds no rule of the field. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, limits: ConnectionLimits): DynamicModule {
    const patience = { provide: PatientStart, useFactory: (logger: Logger) => new PatientStart(logger, START_PATIENCE_MS), inject: [Logger] };
    const source = { provide: DataSource, useFactory: (start: PatientStart) => start.wait(() => createDataSource(config, limits).initialize()), inject: [PatientStart] };
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [{ provide: Config, useValue: config }, patience, source, ...PROVIDERS],
      exports: [Config, DataSource, PatientStart, ...PROVIDERS],
    };
  }
}
