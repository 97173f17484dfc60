import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { addDays, type CalendarDate } from '../platform/clock/calendar-date.js';
import type { Tx } from '../platform/database/tx.js';
import { IsCalendarDate } from '../platform/http/is-calendar-date.js';
import { type Page, PageQuery, readCursor, toPage } from '../platform/http/paging.js';
import { type AuditFilter, type AuditLine, searchAudit } from './audit-search.js';

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

/** A page of the trail, newest first; reading it is logged too. */
export async function readLog(tx: Tx, query: AuditQuery): Promise<Page<AuditLine>> {
  const rows = await searchAudit(tx, logFilter(tx, query), readCursor(query.cursor, 2), query.limit);
  tx.audit('audit.searched', { type: 'audit', id: null, youthIds: query.youth === undefined ? [] : [query.youth] });
  return toPage(rows, query.limit, (row) => [row.at.toISOString(), row.id]);
}

/** What a query asks for, with the days that it means when it names none. */
export function logFilter({ today }: Pick<Tx, 'today'>, query: AuditQuery): AuditFilter {
  return {
    from: query.from ?? addDays(today, -DAYS_SHOWN), to: query.to ?? today,
    actorId: query.actor ?? null, youthId: query.youth ?? null, action: query.action ?? null, outcome: query.outcome ?? null,
  };
}
