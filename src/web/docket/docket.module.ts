import { Module } from '@nestjs/common';
import { BookingsModule } from '../../meetings/bookings/bookings.module.js';
import { MeetingDaysModule } from '../../meetings/meeting-days.module.js';
import { PdfModule } from '../../platform/pdf/pdf.module.js';
import { ReportsModule } from '../../reports/reports.module.js';
import { DayPages } from './day/day.page.js';
import { DayScreen } from './day/day-screen.js';
import { DocketFilesPage } from './docket-files.page.js';
import { DocketScreen } from './docket-screen.js';
import { DocketPage } from './docket.page.js';

/** The docket of a fortnight: page, PDF and spreadsheet; and the page of one of its days. */
@Module({ imports: [BookingsModule, MeetingDaysModule, PdfModule, ReportsModule], controllers: [DocketPage, DocketFilesPage, DayPages], providers: [DayScreen, DocketScreen] })
export class DocketModule {}
