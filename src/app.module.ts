import { type DynamicModule, Module } from '@nestjs/common';
import { DomainModule } from './domain.module.js';
import type { Config } from './platform/config/config.js';
import { WEB_LIMITS } from './platform/database/data-source.js';
import { PlatformModule } from './platform/platform.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { WebModule } from './web/web.module.js';

/** The web process: JSON API, pages and feeds. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, WEB_LIMITS), DomainModule, ReportsModule, OperationsModule, WebModule] };
  }
}
