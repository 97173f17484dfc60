import { Module } from '@nestjs/common';
import { ClosedDaysCalendar } from './closed-days-calendar.job.js';
import { ClosedDaysController } from './closed-days.controller.js';
import { ClosedDaysService } from './closed-days.service.js';

@Module({ controllers: [ClosedDaysController], providers: [ClosedDaysCalendar, ClosedDaysService], exports: [ClosedDaysService] })
export class ClosedDaysModule {}
