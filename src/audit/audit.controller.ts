import { Controller, Get, Query } from '@nestjs/common';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CurrentActor } from '../auth/current-actor.js';
import { definePolicy, Policy } from '../auth/policy.js';
import { addDays, type CalendarDate } from '../platform/clock/calendar-date.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { IsCalendarDate } from '../platform/http/is-calendar-date.js';
import { type Page, PageQuery, readCursor, toPage } from '../platform/http/paging.js';
import { type AuditFilter, type AuditLine, searchAudit } from './audit-search.js';

const readAudit = definePolicy('audit.read', ['auditor']);
/** Without dates the last month is shown. */
const DAYS_SHOWN = 31;

export class AuditQuery extends PageQuery {
  @IsOptional() @IsCalendarDate()
  from?: CalendarDate;

  @IsOptional() @IsCalendarDate()
  to?: CalendarDate;

  @IsOptional() @IsUUID()
  actor?: string;

  @IsOptional() @IsUUID()
  youth?: string;

  @IsOptional() @IsString() @MaxLength(80)
  action?: string;

  @IsOptional() @IsIn(['done', 'denied'])
  outcome?: string;
}

@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readAudit)
  search(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<Page<AuditLine>> {
    return this.db.transaction(actor, async (tx) => {
      const rows = await searchAudit(tx, filterOf(tx, query), readCursor(query.cursor, 2), query.limit);
      tx.audit('audit.searched', { type: 'audit', id: null, youthIds: query.youth === undefined ? [] : [query.youth] });
      return toPage(rows, query.limit, (row) => [row.at.toISOString(), row.id]);
    });
  }
}

function filterOf(tx: Tx, query: AuditQuery): AuditFilter {
  return {
    from: query.from ?? addDays(tx.today, -DAYS_SHOWN), to: query.to ?? tx.today,
    actorId: query.actor ?? null, youthId: query.youth ?? null, action: query.action ?? null, outcome: query.outcome ?? null,
  };
}
