import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { onceOnYouth } from '../../youths/access/once-on-youth.js';
import { assessTargetGroup as assessPolicy, readDeadlines } from '../deadlines.policies.js';
import { TARGET_GROUP_CODES, type TargetGroup } from '../rules/target-groups.js';
import { assessTargetGroup, listAssessments, readAssessment, type AssessmentLine } from './assess-target-group.js';

export class AssessmentInput {
  @IsIn(TARGET_GROUP_CODES.filter((group) => group !== 'all'))
  targetGroup!: TargetGroup;

  @IsBoolean()
  belongs!: boolean;

  @IsString() @MinLength(3) @MaxLength(1_000)
  reason!: string;
}

@ApiTags('deadlines')
@Controller('api/v1/youths/:id/target-group-assessments')
export class TargetGroupsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readDeadlines)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: AssessmentLine[]; nextCursor: null }> {
    return this.db.transaction(actor, async (tx) => ({ items: await listAssessments(tx, id), nextCursor: null }));
  }

  @Post()
  @Policy(assessPolicy)
  assess(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: AssessmentInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<AssessmentLine> {
    return this.db.transaction(actor, async (tx) => readAssessment(tx, id, await onceOnYouth(tx, id, key, () => assessTargetGroup(tx, id, input))));
  }
}
