import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { type Page, PageQuery } from '../../platform/http/paging.js';
import { YOUTH_STATUSES, type YouthStatus } from '../../youths/youth-status.js';
import { readYouth } from '../../youths/youths.policies.js';
import { OVERVIEW_VIEWS, overviewView } from './overview-views.data.js';
import { type OverviewLine, readOverview } from './read-overview.js';

class YouthOverviewQuery extends PageQuery {
  /** A unit: its youths, and those it has a running measure for. */
  @IsOptional() @IsUUID()
  department?: string;

  @IsOptional() @IsIn(YOUTH_STATUSES)
  status?: YouthStatus;

  @IsOptional() @IsIn(OVERVIEW_VIEWS.map(({ code }) => code))
  view?: string;

  @IsIn(['name', 'deadline'])
  sort: 'name' | 'deadline' = 'name';
}

@ApiTags('youths')
@Controller('api/v1')
export class YouthOverviewController {
  constructor(private readonly db: Database) {}

  @Get('youths')
  @Policy(readYouth)
  list(@CurrentActor() actor: Actor, @Query() query: YouthOverviewQuery): Promise<Page<OverviewLine>> {
    const { department = null, status = null, view, sort, cursor, limit } = query;
    const filter = { department, status, view: overviewView(view ?? '') ?? null };
    return this.db.transaction(actor, (tx) => readOverview(tx, { ...filter, sort, cursor, limit }));
  }

  /** The saved views that `GET /youths?view=` knows. */
  @Get('youth-views')
  @Policy(readYouth)
  views(): { items: Array<{ code: string; label: string }> } {
    return { items: OVERVIEW_VIEWS.map(({ code, label }) => ({ code, label })) };
  }
}
