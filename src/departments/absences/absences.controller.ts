import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { readOrganisation, recordAbsence } from '../departments.policies.js';
import { type AbsenceLine, AbsencesService } from './absences.service.js';

class AbsenceInput {
  @IsCalendarDate()
  startsOn!: CalendarDate;

  @IsCalendarDate()
  endsOn!: CalendarDate;
}

@Controller('api/v1/staff/:id/absences')
export class AbsencesController {
  constructor(
    private readonly db: Database,
    private readonly absences: AbsencesService,
  ) {}

  @Get()
  @Policy(readOrganisation)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: AbsenceLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await this.absences.list(tx, id) }));
  }

  @Post()
  @Policy(recordAbsence)
  record(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: AbsenceInput): Promise<AbsenceLine> {
    return this.db.transaction(actor, (tx) => this.absences.record(tx, id, input.startsOn, input.endsOn));
  }
}
