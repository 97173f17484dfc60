import { Module } from '@nestjs/common';
import { CalendarsModule } from '../../calendars/calendars.module.js';
import { MonthPage } from './month.page.js';
import { SubscriptionsPage } from './subscriptions.page.js';

/** The month as a page, and each person's subscriptions. */
@Module({ imports: [CalendarsModule], controllers: [MonthPage, SubscriptionsPage] })
export class CalendarModule {}
