import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers } from '@nestjs/common';
import { definePolicy, Policy } from '../../auth/policy.js';
import { Config } from '../../platform/config/config.js';
import { notFound } from '../../platform/errors/domain-error.js';
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
    const { METRICS_TOKEN: token } = this.config;
    if (token === undefined || !same(authorization ?? '', `Bearer ${token}`)) throw notFound();
    return this.metrics.read();
  }
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
