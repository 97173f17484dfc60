import { Module } from '@nestjs/common';
import { HealthController } from './health/health.controller.js';
import { MailState } from './health/mail-state.js';
import { PendingMigrations } from './health/pending-migrations.js';
import { QueueStateReader } from './health/queue-state.js';
import { ReadinessReader } from './health/readiness.js';
import { JobMonitorController } from './job-monitor/job-monitor.controller.js';
import { JobMonitorService } from './job-monitor/job-monitor.service.js';
import { DatabaseMetrics } from './metrics/database-metrics.js';
import { HttpDurations } from './metrics/http-durations.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { MetricsService } from './metrics/metrics.service.js';
import { ProcessMetrics } from './metrics/process-metrics.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OpenApi } from './openapi/openapi.js';

/** How the installation is, for those who keep it running. Holds no personal data. */
@Module({
  controllers: [HealthController, JobMonitorController, MetricsController, OpenApiController],
  providers: [DatabaseMetrics, HttpDurations, JobMonitorService, MailState, MetricsService, OpenApi, PendingMigrations, ProcessMetrics, QueueStateReader, ReadinessReader],
  exports: [HttpDurations, JobMonitorService, OpenApi, QueueStateReader, ReadinessReader],
})
export class OperationsModule {}
