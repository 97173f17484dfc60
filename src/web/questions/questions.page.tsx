import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { raisePrincipledQuestions, readPrincipledQuestions } from '../../conclusions/conclusions.policies.js';
import { PrincipledQuestionsService } from '../../conclusions/questions/principled-questions.service.js';
import { readStaff } from '../../departments/staff/staff.queries.js';
import type { Tx } from '../../platform/database/tx.js';
import { OptionalField } from '../forms/form-input.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { Questions } from './questions.js';
import { questionsView } from './questions.view.js';

const MOST_OPEN = 100;
const ANSWERED_SHOWN = 20;
/** More staff than any municipality of this kind has. */
const MOST_STAFF = 1000;
const NOTICES: Readonly<Record<string, string>> = { gemt: 'Spørgsmålet er gemt.', svaret: 'Svaret er gemt, og alle kan læse det.' };

class QuestionsQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;

  @IsOptional() @IsString() @MaxLength(400)
  cursor?: string;
}

class QuestionForm {
  @IsString() @IsNotEmpty() @MaxLength(2_000)
  text!: string;

  @IsUUID(undefined, { message: 'Vælg, hvem der finder svaret.' })
  ownerId!: string;
}

class AnswerForm {
  @IsString() @IsNotEmpty() @MaxLength(4_000)
  answer!: string;
}

class SearchForm {
  @OptionalField() @IsString() @MaxLength(100)
  text?: string;
}

interface Shown {
  readonly refusal?: Refusal | null;
  readonly notice?: string | null;
  readonly cursor?: string | undefined;
  readonly sought?: string | undefined;
}

/** Principled questions from the meetings, with owner and answer. */
@Controller('spoergsmaal')
@UseGuards(FormGuard)
export class QuestionPages {
  constructor(
    private readonly pages: Pages,
    private readonly questions: PrincipledQuestionsService,
  ) {}

  @Get()
  @Policy(readPrincipledQuestions)
  show(@Query() { besked = '', cursor }: QuestionsQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.page(tx, { cursor, notice: Object.hasOwn(NOTICES, besked) ? (NOTICES[besked] ?? null) : null }));
  }

  @Post()
  @Policy(raisePrincipledQuestions)
  raise(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const { text, ownerId } = await readForm(QuestionForm, body);
      await this.questions.raise(tx, text, ownerId);
      return '/spoergsmaal?besked=gemt';
    }, (tx, refusal) => this.page(tx, { refusal }));
  }

  @Post('soeg')
  @Policy(readPrincipledQuestions)
  search(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.showOnce(reply, async (tx) => this.page(tx, { sought: (await readForm(SearchForm, body)).text?.trim() || undefined }), (tx, refusal) => this.page(tx, { refusal }));
  }

  @Post(':id/svar')
  @Policy(raisePrincipledQuestions)
  answer(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await this.questions.answer(tx, id, (await readForm(AnswerForm, body)).answer);
      return '/spoergsmaal?besked=svaret';
    }, (tx, refusal) => this.page(tx, { refusal }));
  }

  private async page(tx: Tx, { refusal = null, notice = null, cursor, sought }: Shown): Promise<Page> {
    const view = questionsView({
      actor: tx.actor, today: tx.today, sought: sought ?? null, staff: await readStaff(tx, null, null, MOST_STAFF),
      open: await this.questions.list(tx, { answered: false, limit: MOST_OPEN }),
      answered: await this.questions.list(tx, { answered: true, text: sought, cursor, limit: ANSWERED_SHOWN }),
    });
    return { title: 'Principielle spørgsmål', current: '/anmodninger', content: <Questions view={view} refusal={refusal} notice={notice} /> };
  }
}
