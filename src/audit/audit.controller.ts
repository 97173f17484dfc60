import { Controller, Get, Query } from '@nestjs/common';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import type { Page } from '../platform/http/paging.js';
import { readAudit } from './audit.policies.js';
import type { AuditLine } from './audit-search.js';
import { AuditQuery, readLog } from './read-log.js';

@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readAudit)
  search(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<Page<AuditLine>> {
    return this.db.transaction(actor, (tx) => readLog(tx, query));
  }
}
