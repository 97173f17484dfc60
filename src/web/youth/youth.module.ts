import { Module } from '@nestjs/common';
import { PlansModule } from '../../plans/plans.module.js';
import { YouthsModule } from '../../youths/youths.module.js';
import { YouthConsentsPage } from './youth-consents.page.js';
import { YouthDeadlinesPage } from './youth-deadlines.page.js';
import { YouthMeasuresPage } from './youth-measures.page.js';
import { YouthPeoplePage } from './youth-people.page.js';
import { YouthRecordPage } from './youth-record.page.js';
import { YouthScreen } from './youth-screen.js';
import { YouthPage } from './youth.page.js';

/** The page of one youth, and the forms on it. */
@Module({
  imports: [PlansModule, YouthsModule],
  controllers: [YouthConsentsPage, YouthDeadlinesPage, YouthMeasuresPage, YouthPage, YouthPeoplePage, YouthRecordPage],
  providers: [YouthScreen],
})
export class YouthPageModule {}
