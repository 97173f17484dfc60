import { Module } from '@nestjs/common';
import { CalendarsModule } from '../../calendars/calendars.module.js';
import { ClosedDaysModule } from '../../departments/closed-days/closed-days.module.js';
import { DepartmentsModule } from '../../departments/departments.module.js';
import { MeetingDaysModule } from '../../meetings/meeting-days.module.js';
import { OperationsModule } from '../../operations/operations.module.js';
import { AbsencesPages } from '../absences/absences.page.js';
import { AdministrationPage } from './administration.page.js';
import { ClosedDaysPages } from './closed-days/closed-days.page.js';
import { JobsPages } from './jobs/jobs.page.js';
import { SeriesPages } from './series/series.page.js';
import { SharedCalendarsPages } from './shared-calendars/shared-calendars.page.js';
import { TypesPage } from './types/types.page.js';
import { UnitsPages } from './units/units.page.js';

/** The municipality's own data. */
@Module({
  imports: [CalendarsModule, ClosedDaysModule, DepartmentsModule, MeetingDaysModule, OperationsModule],
  controllers: [AbsencesPages, AdministrationPage, ClosedDaysPages, JobsPages, SeriesPages, SharedCalendarsPages, TypesPage, UnitsPages],
})
export class AdministrationModule {}
