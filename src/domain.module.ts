import { Module } from '@nestjs/common';
import { AgendasModule } from './agendas/agendas.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { ConclusionsModule } from './conclusions/conclusions.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { DepartmentsModule } from './departments/departments.module.js';
import { BookingsModule } from './meetings/bookings/bookings.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { LettersModule } from './letters/letters.module.js';
import { MailsModule } from './mails/mails.module.js';
import { MeetingDaysModule } from './meetings/meeting-days.module.js';
import { PlansModule } from './plans/plans.module.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { ReportMailsModule } from './reports/report-mails.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { YouthImportModule } from './youths/import/youth-import.module.js';
import { YouthsModule } from './youths/youths.module.js';

/** All features, in the order of their arrows; used by the web process and by the worker. */
const FEATURES = [
  AuthModule, DepartmentsModule, AuditModule, TasksModule, YouthsModule, YouthImportModule, DeadlinesModule, ReferralsModule, MeetingDaysModule, BookingsModule, AgendasModule,
  ConclusionsModule, PlansModule, CalendarsModule, MailsModule, InvitationsModule, LettersModule, ReportMailsModule,
];

@Module({ imports: FEATURES, exports: FEATURES })
export class DomainModule {}
