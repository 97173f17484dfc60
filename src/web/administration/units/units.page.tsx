import { Body, Controller, Get, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { allows, Policy } from '../../../auth/policy.js';
import { importStaff } from '../../../departments/departments.policies.js';
import { readStaff } from '../../../departments/staff/staff.queries.js';
import { StaffImportService } from '../../../departments/staff-import/staff-import.service.js';
import { readDepartments } from '../../../departments/units/departments.queries.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Refusal } from '../../forms/refusal.js';
import { sentFile } from '../../forms/sent-file.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { administer } from '../administration.policies.js';
import { StaffImported, Units } from './units.js';
import { staffImportView, unitsView } from './units.view.js';

const MOST_STAFF = 2_000;

@Controller('administration/enheder')
@UseGuards(FormGuard)
export class UnitsPages {
  constructor(
    private readonly pages: Pages,
    private readonly imports: StaffImportService,
  ) {}

  @Get()
  @Policy(administer)
  show(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => unitsPage(tx, null));
  }

  /** The outcome is the answer itself: a file may be read in twice without harm. */
  @Post()
  @HttpCode(200)
  @Policy(importStaff)
  import(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.showOnce(reply, async (tx) => {
      const view = staffImportView(await this.imports.import(tx, sentFile(body)));
      return { title: 'Filen er læst ind', current: '/administration', content: <StaffImported {...view} /> };
    }, unitsPage);
  }
}

async function unitsPage(tx: Tx, refusal: Refusal | null): Promise<Page> {
  const units = unitsView(await readDepartments(tx), await readStaff(tx, null, null, MOST_STAFF));
  return { title: 'Enheder og medarbejdere', current: '/administration', content: <Units units={units} mayImport={allows(importStaff, tx.actor)} refusal={refusal} /> };
}
