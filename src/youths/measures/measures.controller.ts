import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { onceOnYouth } from '../access/once-on-youth.js';
import { changeYouth, readYouth } from '../youths.policies.js';
import { type MeasureLine, measureLine, showMeasures } from './list-measures.js';
import { addMeasure, endMeasure } from './measures.js';

class MeasureInput {
  @IsUUID()
  departmentId!: string;

  @IsString() @IsNotEmpty() @MaxLength(200)
  title!: string;

  @IsOptional() @IsString() @MaxLength(100)
  act?: string;

  @IsOptional() @IsString() @MaxLength(50)
  section?: string;

  @IsCalendarDate()
  startsOn!: CalendarDate;

  @IsOptional() @IsCalendarDate()
  endsOn?: CalendarDate;
}

class MeasureEndingInput {
  /** The last day of the measure. */
  @IsCalendarDate()
  endsOn!: CalendarDate;
}

@ApiTags('youths')
@Controller('api/v1')
export class MeasuresController {
  constructor(private readonly db: Database) {}

  @Get('youths/:id/measures')
  @Policy(readYouth)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: MeasureLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await showMeasures(tx, id) }));
  }

  @Post('youths/:id/measures')
  @Policy(changeYouth)
  add(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: MeasureInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<MeasureLine> {
    return this.db.transaction(actor, async (tx) => measureLine(tx, id, await onceOnYouth(tx, id, key, () => addMeasure(tx, id, input))));
  }

  @Post('measures/:id/ending')
  @HttpCode(200)
  @Policy(changeYouth)
  end(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: MeasureEndingInput): Promise<MeasureLine> {
    return this.db.transaction(actor, async (tx) => measureLine(tx, await endMeasure(tx, id, input.endsOn), id));
  }
}
