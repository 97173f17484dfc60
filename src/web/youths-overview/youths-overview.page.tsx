import { Controller, Get, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { readDepartments } from '../../departments/units/departments.queries.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { XLSX_TYPE } from '../../platform/xlsx/write-sheet.js';
import type { OverviewFilter } from '../../reports/youth-overview/overview-conditions.js';
import { OVERVIEW_VIEWS, overviewView } from '../../reports/youth-overview/overview-views.data.js';
import { exportOverview, type OverviewLine, readOverview } from '../../reports/youth-overview/read-overview.js';
import { readNextSteps } from '../../reports/youth-overview/read-next-steps.js';
import { YOUTH_STATUSES, type YouthStatus } from '../../youths/youth-status.js';
import { readYouth } from '../../youths/youths.policies.js';
import { Pages } from '../layout/pages.js';
import { YouthsOverview } from './youths-overview.js';
import { overviewPageView } from './youths-overview.view.js';
import { youthsCsv, youthsSheet } from './youths-file.js';

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
  csv(@CurrentActor() actor: Actor, @Query() query: OverviewPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.file(actor, query, reply, 'csv', 'text/csv; charset=utf-8', youthsCsv);
  }

  @Get('unge.xlsx')
  sheet(@CurrentActor() actor: Actor, @Query() query: OverviewPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.file(actor, query, reply, 'xlsx', XLSX_TYPE, youthsSheet);
  }

  private async file(
    actor: Actor, query: OverviewPageQuery, reply: FastifyReply, ending: string, type: string,
    write: (lines: readonly OverviewLine[], today: CalendarDate) => string | Promise<Buffer>,
  ): Promise<void> {
    const { lines, today } = await this.db.transaction(actor, async (tx) => ({ lines: await exportOverview(tx, { ...filterOf(query), sort: query.sort }), today: tx.today }));
    const content = await write(lines, today);
    void reply.type(type).header('content-disposition', `attachment; filename="unge-${today}.${ending}"`).send(content);
  }
}

function filterOf({ department, status, view }: OverviewPageQuery): OverviewFilter {
  return { department: department ?? null, status: status ?? null, view: overviewView(view ?? '') ?? null };
}
