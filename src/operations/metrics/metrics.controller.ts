import { Controller, Get, Header, Headers } from '@nestjs/common';
import { definePolicy, Policy } from '../../auth/policy.js';
import { Config } from '../../platform/config/config.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { mayReadMetrics } from './metrics-token.js';
import { MetricsService } from './metrics.service.js';

const readMetrics = definePolicy('operations.metrics', 'public');

/** For the monitoring, which holds `METRICS_TOKEN`; to everybody else there is nothing here. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly config: Config,
    private readonly metrics: MetricsService,
  ) {}

  @Get()
  @Policy(readMetrics)
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Headers('authorization') authorization: string | undefined): Promise<string> {
    if (!mayReadMetrics(this.config, authorization)) throw notFound();
    return this.metrics.read();
  }
}
