import { Controller, Get, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { readDepartments } from '../../departments/units/departments.queries.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { OverviewFilter } from '../../reports/youth-overview/overview-conditions.js';
import { OVERVIEW_VIEWS, overviewView } from '../../reports/youth-overview/overview-views.data.js';
import { exportOverview, readOverview } from '../../reports/youth-overview/read-overview.js';
import { readNextSteps } from '../../reports/youth-overview/read-next-steps.js';
import { YOUTH_STATUSES, type YouthStatus } from '../../youths/youth-status.js';
import { readYouth } from '../../youths/youths.policies.js';
import { Pages } from '../layout/pages.js';
import { YouthsOverview } from './youths-overview.js';
import { overviewPageView } from './youths-overview.view.js';
import { youthsFile } from './youths-file.js';

const PAGE_SIZE = 50;
/** A form sends a field that is not filled in as ''. */
const EmptyIsLeftOut = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

class OverviewPageQuery {
  @EmptyIsLeftOut() @IsOptional() @IsUUID()
  department?: string;

  @EmptyIsLeftOut() @IsOptional() @IsIn(YOUTH_STATUSES)
  status?: YouthStatus;

  @EmptyIsLeftOut() @IsOptional() @IsIn(OVERVIEW_VIEWS.map(({ code }) => code))
  view?: string;

  @IsIn(['name', 'deadline'])
  sort: 'name' | 'deadline' = 'name';

  @IsOptional() @IsString() @MaxLength(400)
  cursor?: string;
}

@Controller()
@Policy(readYouth)
export class YouthsOverviewPage {
  constructor(
    private readonly db: Database,
    private readonly pages: Pages,
  ) {}

  @Get('unge')
  show(@Query() query: OverviewPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => {
      const page = await readOverview(tx, { ...filterOf(query), sort: query.sort, cursor: query.cursor, limit: PAGE_SIZE });
      const steps = await readNextSteps(tx, page.items.map(({ id }) => id));
      const view = overviewPageView({ actor: tx.actor, today: tx.today, address: query, page, steps, departments: await readDepartments(tx) });
      return { title: 'Unge', current: '/unge', content: <YouthsOverview {...view} /> };
    });
  }

  @Get('unge.csv')
  async file(@CurrentActor() actor: Actor, @Query() query: OverviewPageQuery, @Res() reply: FastifyReply): Promise<void> {
    const { name, text } = await this.db.transaction(actor, async (tx) => {
      const lines = await exportOverview(tx, { ...filterOf(query), sort: query.sort });
      return { name: `unge-${tx.today}.csv`, text: youthsFile(lines, tx.today) };
    });
    void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(text);
  }
}

function filterOf({ department, status, view }: OverviewPageQuery): OverviewFilter {
  return { department: department ?? null, status: status ?? null, view: overviewView(view ?? '') ?? null };
}
