import { Module } from '@nestjs/common';
import { DocketController } from './docket/docket.controller.js';
import { DocketService } from './docket/docket.service.js';
import { FrontPageService } from './front-page/front-page.service.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { YouthOverviewController } from './youth-overview/youth-overview.controller.js';

@Module({
  controllers: [DocketController, StatisticsController, YouthOverviewController], providers: [DocketService, FrontPageService], exports: [DocketService, FrontPageService],
})
export class ReportsModule {}
