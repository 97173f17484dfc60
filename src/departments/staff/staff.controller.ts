import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, IsUUID } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { type Page, PageQuery, readCursor, toPage } from '../../platform/http/paging.js';
import { readOrganisation } from '../departments.policies.js';
import { readStaff, type StaffLine } from './staff.queries.js';

class StaffQuery extends PageQuery {
  @IsOptional() @IsUUID()
  department?: string;
}

@Controller('api/v1/staff')
export class StaffController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readOrganisation)
  list(@CurrentActor() actor: Actor, @Query() query: StaffQuery): Promise<Page<StaffLine>> {
    return this.db.transaction(actor, async (tx) => {
      const rows = await readStaff(tx, query.department ?? null, readCursor(query.cursor, 1), query.limit);
      return toPage(rows, query.limit, (row) => [row.id]);
    });
  }
}
