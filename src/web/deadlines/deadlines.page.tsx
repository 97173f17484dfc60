import { Controller, Get, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { allows, Policy } from '../../auth/policy.js';
import { readDeadlines, readRules } from '../../deadlines/deadlines.policies.js';
import { readDeadlinesAcross } from '../../deadlines/lists/deadlines-across.js';
import { readRuleLines } from '../../deadlines/lists/rule-lines.js';
import { readDepartments } from '../../departments/units/departments.queries.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Page, Pages } from '../layout/pages.js';
import { DEADLINE_SPANS, dueBefore } from './deadline-spans.data.js';
import { DeadlinesList } from './deadlines.js';
import { deadlinesPageView } from './deadlines.view.js';
import { RulesCatalogue } from './rules.js';
import { rulesView } from './rules.view.js';

const PAGE_SIZE = 50;

export class DeadlinesPageQuery {
  @IsIn(DEADLINE_SPANS.map(({ code }) => code))
  vis: string = '30-dage';

  /** A form sends a field that is not filled in as ''. */
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value)) @IsOptional() @IsUUID()
  department?: string;

  @IsOptional() @IsString() @MaxLength(400)
  cursor?: string;
}

@Controller('frister')
export class DeadlinesPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Policy(readDeadlines)
  show(@Query() query: DeadlinesPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => deadlinesPage(tx, query));
  }

  @Get('regler')
  @Policy(readRules)
  rules(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => ({
      title: 'Fristregler', current: '/frister', content: <RulesCatalogue {...rulesView(await readRuleLines(tx))} mayGoBack={allows(readDeadlines, tx.actor)} />,
    }));
  }
}

async function deadlinesPage(tx: Tx, query: DeadlinesPageQuery): Promise<Page> {
  const span = DEADLINE_SPANS.find(({ code }) => code === query.vis);
  if (span === undefined) throw new Error('a span that the query lets through is not in the list');
  const { department, cursor } = query;
  const page = await readDeadlinesAcross(tx, { state: span.state, dueBefore: dueBefore(span, tx.today), department, cursor, limit: PAGE_SIZE });
  const view = deadlinesPageView(page, span, query, await readDepartments(tx), tx.today);
  return { title: 'Frister', current: '/frister', content: <DeadlinesList {...view} /> };
}
