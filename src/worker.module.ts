import { type DynamicModule, Module } from '@nestjs/common';
import { DomainModule } from './domain.module.js';
import type { Config } from './platform/config/config.js';
import { workerLimits } from './platform/database/data-source.js';
import { PlatformModule } from './platform/platform.module.js';

/** The worker process: queue, sweeps, mail. No pages. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(config, workerLimits(config.timing)), DomainModule] };
  }
}
