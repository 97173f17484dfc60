import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey, once } from '../../platform/http/idempotency.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { manageClosedDays, readOrganisation } from '../departments.policies.js';
import { type ClosedDayLine, ClosedDaysService } from './closed-days.service.js';

class ClosedDaysQuery {
  @IsOptional() @IsCalendarDate()
  from?: CalendarDate;

  @IsOptional() @IsCalendarDate()
  to?: CalendarDate;
}

class ClosedDaysInput {
  @IsCalendarDate()
  from!: CalendarDate;

  /** One day when left out. */
  @IsOptional() @IsCalendarDate()
  to?: CalendarDate;

  @IsIn(['closed', 'holiday_week'])
  kind: 'closed' | 'holiday_week' = 'closed';

  @IsString() @IsNotEmpty() @MaxLength(100)
  label!: string;
}

interface ClosedDayList {
  readonly items: ClosedDayLine[];
  readonly nextCursor: null;
}

@Controller('api/v1/closed-days')
export class ClosedDaysController {
  constructor(
    private readonly db: Database,
    private readonly closedDays: ClosedDaysService,
  ) {}

  /** From today and a year on, unless asked otherwise. */
  @Get()
  @Policy(readOrganisation)
  list(@CurrentActor() actor: Actor, @Query() query: ClosedDaysQuery): Promise<ClosedDayList> {
    return this.db.transaction(actor, async (tx) => {
      const from = query.from ?? tx.today;
      return { items: await this.closedDays.list(tx, from, query.to ?? addYears(from, 1)), nextCursor: null };
    });
  }

  @Post()
  @Policy(manageClosedDays)
  close(@CurrentActor() actor: Actor, @Body() input: ClosedDaysInput, @Idempotency() key: IdempotencyKey | null): Promise<ClosedDayList> {
    const range = { from: input.from, to: input.to ?? input.from, kind: input.kind, label: input.label };
    return this.db.transaction(actor, async (tx) => {
      await once(tx, key, async () => (await this.closedDays.close(tx, range))[0]?.id ?? range.from);
      return { items: await this.closedDays.list(tx, range.from, range.to), nextCursor: null };
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @Policy(manageClosedDays)
  open(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => this.closedDays.open(tx, id));
  }
}
