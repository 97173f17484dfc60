import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { lookUpYouth } from '../youths.policies.js';
import type { LookupAnswer } from './keep-lookup.js';
import { YouthLookupsService } from './youth-lookups.service.js';

class YouthLookupInput {
  @IsString() @MaxLength(20)
  cpr!: string;

  @IsString() @MinLength(3) @MaxLength(200)
  purpose!: string;
}

@ApiTags('youths')
@Controller('api/v1/youth-lookups')
export class YouthLookupsController {
  constructor(
    private readonly db: Database,
    private readonly lookups: YouthLookupsService,
  ) {}

  @Post()
  @HttpCode(200)
  @Policy(lookUpYouth)
  async lookUp(@CurrentActor() actor: Actor, @Body() input: YouthLookupInput, @Idempotency() key: IdempotencyKey | null): Promise<LookupAnswer> {
    const answer = await this.db.transaction(actor, (tx) => this.lookups.lookUp(tx, input.cpr, input.purpose, key));
    if (answer === null) throw notFound();
    return answer;
  }
}
