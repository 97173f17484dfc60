import { Module } from '@nestjs/common';
import { DocketController } from './docket/docket.controller.js';
import { DocketService } from './docket/docket.service.js';
import { FrontPageService } from './front-page/front-page.service.js';
import { HealthController } from './operations/health.controller.js';
import { OpenApiController } from './operations/openapi.controller.js';
import { OpenApi } from './operations/openapi.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { YouthOverviewController } from './youth-overview/youth-overview.controller.js';

@Module({ controllers: [DocketController, HealthController, OpenApiController, StatisticsController, YouthOverviewController], providers: [DocketService, FrontPageService, OpenApi], exports: [DocketService, FrontPageService] })
export class ReportsModule {}
