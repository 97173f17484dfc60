import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { rule } from '../../platform/errors/domain-error.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { readStatistics as readStatisticsPolicy } from '../reports.policies.js';
import { readStatistics, type Statistics } from './statistics.queries.js';

export class StatisticsQuery {
  /** Two years before `to` when left out. */
  @IsOptional() @IsCalendarDate()
  from?: CalendarDate;

  /** A year from today when left out. */
  @IsOptional() @IsCalendarDate()
  to?: CalendarDate;
}

@Controller('api/v1/statistics')
export class StatisticsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readStatisticsPolicy)
  read(@CurrentActor() actor: Actor, @Query() query: StatisticsQuery): Promise<Statistics> {
    return this.db.transaction(actor, async (tx) => {
      const to = query.to ?? addYears(tx.today, 1);
      const from = query.from ?? addYears(to, -2);
      if (from > to) throw rule('period', 'Perioden slutter, før den begynder. Byt om på datoerne.');
      tx.audit('statistics.read', { type: 'statistics', id: null, detail: { from, to } });
      return readStatistics(tx, from, to);
    });
  }
}
