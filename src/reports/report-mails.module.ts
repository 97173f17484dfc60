import { Module } from '@nestjs/common';
import { MailsModule } from '../mails/mails.module.js';
import { MondayLineJob } from './monday-line/monday-line.job.js';
import { OverdueNotice } from './overdue-notice/overdue-notice.js';

/** Mails that sum up; they go out from the worker, which has no pages. */
@Module({ imports: [MailsModule], providers: [MondayLineJob, OverdueNotice] })
export class ReportMailsModule {}
