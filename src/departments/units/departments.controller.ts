import { Controller, Get } from '@nestjs/common';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { readOrganisation } from '../departments.policies.js';
import { type DepartmentLine, readDepartments } from './departments.queries.js';

@Controller('api/v1/departments')
export class DepartmentsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readOrganisation)
  list(@CurrentActor() actor: Actor): Promise<{ items: DepartmentLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await readDepartments(tx) }));
  }
}
