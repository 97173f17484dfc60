import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, IsUUID } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { readDocket } from '../reports.policies.js';
import type { Docket } from './docket.js';
import { DocketService } from './docket.service.js';

export class DocketQuery {
  @IsOptional() @IsCalendarDate()
  date?: CalendarDate;

  @IsOptional() @IsUUID()
  series?: string;
}

@Controller('api/v1/docket')
export class DocketController {
  constructor(
    private readonly db: Database,
    private readonly docket: DocketService,
  ) {}

  @Get()
  @Policy(readDocket)
  read(@CurrentActor() actor: Actor, @Query() query: DocketQuery): Promise<Docket> {
    return this.db.transaction(actor, (tx) => this.docket.read(tx, query.date ?? tx.today, query.series ?? null));
  }
}
