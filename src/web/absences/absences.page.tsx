import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { identityOf } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { type AbsenceLine, AbsencesService } from '../../departments/absences/absences.service.js';
import { recordAbsence } from '../../departments/departments.policies.js';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateDanish } from '../../platform/clock/danish-format.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { seeOther } from '../layout/send-page.js';
import { Absences } from './absences.js';

const NOTICES = { gemt: 'Fraværet er gemt.', fjernet: 'Fraværet er fjernet. Dagene kan foreslås til K-møder igen.' } as const;

export class AbsencesPageQuery {
  @IsOptional() @IsIn(['gemt', 'fjernet'])
  besked?: keyof typeof NOTICES;
}

class AbsenceForm {
  @IsCalendarDate()
  startsOn!: CalendarDate;

  @IsCalendarDate()
  endsOn!: CalendarDate;
}

/** When somebody is away: one's own days, or a colleague's for who may say so. */
@Controller('fravaer')
@UseGuards(FormGuard)
@Policy(recordAbsence)
export class AbsencesPages {
  constructor(
    private readonly pages: Pages,
    private readonly absences: AbsencesService,
  ) {}

  @Get()
  own(@Res() reply: FastifyReply): void {
    seeOther(reply, `/fravaer/${staffIdOf(identityOf(reply.request).actor)}`);
  }

  @Get(':id')
  show(@Param('id') id: string, @Query() { besked }: AbsencesPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.page(tx, id, null, besked === undefined ? null : NOTICES[besked]));
  }

  @Post(':id')
  record(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const { startsOn, endsOn } = await readForm(AbsenceForm, body);
      await this.absences.record(tx, id, startsOn, endsOn);
      return `/fravaer/${id}?besked=gemt`;
    }, (tx, refusal) => this.page(tx, id, refusal, null));
  }

  @Post(':id/:absenceId/fjern')
  remove(@Param('id') id: string, @Param('absenceId') absenceId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await this.absences.remove(tx, id, absenceId);
      return `/fravaer/${id}?besked=fjernet`;
    }, (tx, refusal) => this.page(tx, id, refusal, null));
  }

  private async page(tx: Tx, id: string, refusal: Refusal | null, notice: string | null): Promise<Page> {
    const person = await tx.find(StaffMember, id);
    const periods = (await this.absences.list(tx, id)).map((absence) => ({ id: absence.id, text: periodOf(absence) }));
    const view = { staffId: id, name: person.name, own: id === tx.actor.staffId, periods, today: tx.today };
    return { title: 'Fravær', content: <Absences view={view} refusal={refusal} notice={notice} /> };
  }
}

function periodOf({ startsOn, endsOn }: AbsenceLine): string {
  return startsOn === endsOn ? formatDateDanish(startsOn) : `${formatDateDanish(startsOn)} – ${formatDateDanish(endsOn)}`;
}
