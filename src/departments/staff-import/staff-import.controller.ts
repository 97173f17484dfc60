import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/errors/domain-error.js';
import { importStaff } from '../departments.policies.js';
import { type StaffImportResult, StaffImportService } from './staff-import.service.js';

@Controller('api/v1/staff-imports')
export class StaffImportController {
  constructor(
    private readonly db: Database,
    private readonly imports: StaffImportService,
  ) {}

  @Post()
  @HttpCode(200)
  @Policy(importStaff)
  import(@CurrentActor() actor: Actor, @Body() body: unknown): Promise<StaffImportResult> {
    if (!Buffer.isBuffer(body)) throw invalid([{ field: 'file', code: 'media_type', message: 'Send filen som text/csv.' }]);
    return this.db.transaction(actor, (tx) => this.imports.import(tx, body));
  }
}
