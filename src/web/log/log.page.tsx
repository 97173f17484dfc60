import { Controller, Get, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { readAudit } from '../../audit/audit.policies.js';
import { logFilter, readLog } from '../../audit/read-log.js';
import { Policy } from '../../auth/policy.js';
import { readStaff, staffNames } from '../../departments/staff/staff.queries.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { type Page, Pages } from '../layout/pages.js';
import { LogPage } from './log.js';
import { logView } from './log.view.js';

const PAGE_SIZE = 100;
const MOST_STAFF = 500;
/** A form sends a field that is not filled in as ''. */
const EmptyIsLeftOut = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

export class LogPageQuery {
  @EmptyIsLeftOut() @IsOptional() @IsCalendarDate()
  from?: CalendarDate;

  @EmptyIsLeftOut() @IsOptional() @IsCalendarDate()
  to?: CalendarDate;

  @EmptyIsLeftOut() @IsOptional() @IsUUID()
  actor?: string;

  @EmptyIsLeftOut() @IsOptional() @IsIn(['denied'])
  outcome?: string;

  @IsOptional() @IsString() @MaxLength(400)
  cursor?: string;
}

@Controller('log')
@Policy(readAudit)
export class LogPages {
  constructor(private readonly pages: Pages) {}

  @Get()
  show(@Query() query: LogPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => logPage(tx, query));
  }
}

async function logPage(tx: Tx, query: LogPageQuery): Promise<Page> {
  const page = await readLog(tx, { ...query, limit: PAGE_SIZE });
  const names = await staffNames(tx, page.items.flatMap(({ actorId }) => (actorId === null ? [] : [actorId])));
  const view = logView(page, logFilter(tx, { ...query, limit: PAGE_SIZE }), query, names, await readStaff(tx, null, null, MOST_STAFF));
  return { title: 'Log', current: '/log', content: <LogPage {...view} /> };
}
