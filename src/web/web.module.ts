import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ConclusionsModule } from '../conclusions/conclusions.module.js';
import { YouthImportModule } from '../youths/import/youth-import.module.js';
import { YouthsModule } from '../youths/youths.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { AccessibilityPage } from './accessibility/accessibility.page.js';
import { AdministrationModule } from './administration/administration.module.js';
import { BookingPagesModule } from './booking/booking-pages.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { DeadlinesPage } from './deadlines/deadlines.page.js';
import { DocketModule } from './docket/docket.module.js';
import { FrontModule } from './front/front.module.js';
import { ItemModule } from './item/item.module.js';
import { HelpPages } from './help/help.page.js';
import { LayoutModule } from './layout/layout.module.js';
import { LogPages } from './log/log.page.js';
import { PlanPagesModule } from './plan/plan.module.js';
import { QuestionPages } from './questions/questions.page.js';
import { RaisingModule } from './raising/raising.module.js';
import { ReferralPages } from './referrals/referrals.page.js';
import { ReviewPages } from './review/review.page.js';
import { SearchPages } from './search/search.page.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { SuccessionPages } from './succession/succession.page.js';
import { YouthImportPages } from './youth-import/youth-import.page.js';
import { YouthPageModule } from './youth/youth.module.js';
import { YouthsOverviewPage } from './youths-overview/youths-overview.page.js';

/** The only HTML. Pages import features; no feature imports a page. */
@Module({
  imports: [
    AuthModule,
    ReportsModule,
    ConclusionsModule,
    YouthImportModule,
    YouthsModule,
    LayoutModule,
    AdministrationModule,
    BookingPagesModule,
    CalendarModule,
    DocketModule,
    FrontModule,
    ItemModule,
    PlanPagesModule,
    RaisingModule,
    YouthPageModule,
  ],
  controllers: [
    AccessibilityPage,
    DeadlinesPage,
    HelpPages,
    LogPages,
    QuestionPages,
    ReferralPages,
    ReviewPages,
    SearchPages,
    SignInPage,
    SuccessionPages,
    YouthImportPages,
    YouthsOverviewPage,
  ],
})
export class WebModule {}
