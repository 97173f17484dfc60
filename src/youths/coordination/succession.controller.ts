import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { succeedLeaver } from '../youths.policies.js';
import { succeedStaff, type Succession } from './succession.js';

class AssignmentInput {
  @IsUUID()
  youthId!: string;

  @IsUUID()
  to!: string;
}

class SuccessionInput {
  /** Who takes all that `assignments` does not name. */
  @IsOptional() @IsUUID()
  to?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(1000) @ArrayUnique((each: AssignmentInput) => each.youthId)
  @ValidateNested({ each: true }) @Type(() => AssignmentInput)
  assignments?: AssignmentInput[];
}

@ApiTags('youths')
@Controller('api/v1/staff/:id/succession')
export class SuccessionController {
  constructor(private readonly db: Database) {}

  /** Offers a leaver's youths to their receivers and moves the open actions. */
  @Post()
  @HttpCode(200)
  @Policy(succeedLeaver)
  succeed(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: SuccessionInput): Promise<Succession> {
    return this.db.transaction(actor, (tx) => succeedStaff(tx, id, input));
  }
}
