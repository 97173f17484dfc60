import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, once, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { PageQuery, type Page } from '../../platform/http/paging.js';
import { raisePrincipledQuestions, readPrincipledQuestions } from '../conclusions.policies.js';
import { PrincipledQuestionsService, type QuestionLine } from './principled-questions.service.js';

class QuestionsQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'answered'])
  state?: 'open' | 'answered';
}

class NewQuestion {
  @IsString() @IsNotEmpty() @MaxLength(2000)
  text!: string;

  @IsUUID()
  ownerId!: string;
}

class QuestionAnswer {
  @IsString() @IsNotEmpty() @MaxLength(4000)
  answer!: string;
}

@ApiTags('principled-questions')
@Controller('api/v1/principled-questions')
export class PrincipledQuestionsController {
  constructor(
    private readonly db: Database,
    private readonly questions: PrincipledQuestionsService,
  ) {}

  @Get()
  @Policy(readPrincipledQuestions)
  list(@CurrentActor() actor: Actor, @Query() { state, cursor, limit }: QuestionsQuery): Promise<Page<QuestionLine>> {
    const answered = state === undefined ? undefined : state === 'answered';
    return this.db.transaction(actor, (tx) => this.questions.list(tx, { answered, cursor, limit }));
  }

  @Post()
  @Policy(raisePrincipledQuestions)
  raise(@CurrentActor() actor: Actor, @Idempotency() key: IdempotencyKey | null, @Body() body: NewQuestion): Promise<QuestionLine> {
    return this.db.transaction(actor, async (tx) => {
      const id = await once(tx, key, () => this.questions.raise(tx, body.text, body.ownerId));
      return this.questions.read(tx, id);
    });
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Policy(raisePrincipledQuestions)
  answer(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: QuestionAnswer): Promise<QuestionLine> {
    return this.db.transaction(actor, async (tx) => {
      await this.questions.answer(tx, id, body.answer);
      return this.questions.read(tx, id);
    });
  }
}
