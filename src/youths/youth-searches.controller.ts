import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { type YouthHit, YouthSearchService } from './youth-search.service.js';
import { readYouth } from './youths.policies.js';

class YouthSearchInput {
  /** The beginning of a name, or a CPR number. */
  @IsString() @MinLength(2) @MaxLength(100)
  text!: string;
}

@ApiTags('youths')
@Controller('api/v1/youth-searches')
export class YouthSearchesController {
  constructor(
    private readonly db: Database,
    private readonly searching: YouthSearchService,
  ) {}

  @Post()
  @HttpCode(200)
  @Policy(readYouth)
  search(@CurrentActor() actor: Actor, @Body() input: YouthSearchInput): Promise<{ items: YouthHit[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await this.searching.search(tx, input.text) }));
  }
}
