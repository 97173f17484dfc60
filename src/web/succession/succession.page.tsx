import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { readStaff } from '../../departments/staff/staff.queries.js';
import { readDepartments } from '../../departments/units/departments.queries.js';
import type { Tx } from '../../platform/database/tx.js';
import { readLeaver } from '../../reports/succession/read-leaver.js';
import { readLeavers } from '../../reports/succession/read-leavers.js';
import { succeedLeaver } from '../../youths/youths.policies.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { handWorkOn } from './hand-work-on.js';
import { readReceivers } from './read-receivers.js';
import { LeaverPage, LeaversPage } from './succession.js';
import { leaversView, successionView } from './succession.view.js';

const MOST_STAFF = 1000;

export class SuccessionQuery {
  @IsOptional() @IsIn(['givet'])
  besked?: string;
}

/** Personaleskift: all that a leaver of the unit holds, on one page, with a receiver for each line. */
@Controller('personaleskift')
@UseGuards(FormGuard)
@Policy(succeedLeaver)
export class SuccessionPages {
  constructor(private readonly pages: Pages) {}

  @Get()
  leavers(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => ({ title: 'Personaleskift', current: '/personaleskift', content: <LeaversPage lines={leaversView(await readLeavers(tx))} /> }));
  }

  @Get(':staffId')
  leaver(@Param('staffId') staffId: string, @Query() { besked }: SuccessionQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => leaverPage(tx, staffId, { handed: besked === 'givet', refusal: null }));
  }

  @Post(':staffId')
  handOn(@Param('staffId') staffId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await handWorkOn(tx, staffId, readReceivers(body));
      return `/personaleskift/${encodeURIComponent(staffId)}?besked=givet`;
    }, (tx, refusal) => leaverPage(tx, staffId, { handed: false, refusal }));
  }
}

async function leaverPage(tx: Tx, staffId: string, said: { handed: boolean; refusal: Refusal | null }): Promise<Page> {
  const work = await readLeaver(tx, staffId);
  const [unit, staff, departments] = [await readLeavers(tx), await readStaff(tx, null, null, MOST_STAFF), await readDepartments(tx)];
  const view = successionView({ work, unit, staff, departments, unitId: tx.actor.departmentId });
  return { title: 'Personaleskift', current: '/personaleskift', content: <LeaverPage view={view} {...said} /> };
}
