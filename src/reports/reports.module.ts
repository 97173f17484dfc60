import { Module } from '@nestjs/common';
import { DocketController } from './docket/docket.controller.js';
import { DocketService } from './docket/docket.service.js';
import { HealthController } from './operations/health.controller.js';

@Module({ controllers: [DocketController, HealthController], providers: [DocketService], exports: [DocketService] })
export class ReportsModule {}
