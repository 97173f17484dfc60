import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { onceOnYouth } from '../../youths/access/once-on-youth.js';
import { readDeadlines, recordMilestone } from '../deadlines.policies.js';
import { isRecordedByPersons, MILESTONE_KIND_CODES, type MilestoneKind } from '../rules/milestone-kinds.js';
import { listMilestones, readMilestone, type MilestoneLine } from './list-milestones.js';
import { recordMilestoneByPerson, voidMilestone } from './record-milestone.js';

/** Either what has happened, or the deadline that is "klaret i fagsystem". */
export class MilestoneInput {
  @IsOptional() @IsIn(MILESTONE_KIND_CODES.filter(isRecordedByPersons))
  kind?: MilestoneKind;

  @IsOptional() @IsUUID()
  deadlineId?: string;

  @IsOptional() @IsCalendarDate()
  occurredOn?: CalendarDate;

  /** A case number or the like; no names. */
  @IsOptional() @IsString() @MaxLength(100)
  reference?: string;
}

@ApiTags('deadlines')
@Controller('api/v1')
export class MilestonesController {
  constructor(private readonly db: Database) {}

  @Get('youths/:id/milestones')
  @Policy(readDeadlines)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: MilestoneLine[]; nextCursor: null }> {
    return this.db.transaction(actor, async (tx) => ({ items: await listMilestones(tx, id), nextCursor: null }));
  }

  @Post('youths/:id/milestones')
  @Policy(recordMilestone)
  record(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: MilestoneInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<MilestoneLine> {
    return this.db.transaction(actor, async (tx) =>
      readMilestone(tx, id, await onceOnYouth(tx, id, key, async () => (await recordMilestoneByPerson(tx, id, input)).id)));
  }

  @Post('milestones/:id/voiding')
  @HttpCode(204)
  @Policy(recordMilestone)
  void(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => voidMilestone(tx, id));
  }
}
