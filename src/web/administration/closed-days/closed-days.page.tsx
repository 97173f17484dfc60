import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { allows, Policy } from '../../../auth/policy.js';
import { ClosedDaysService } from '../../../departments/closed-days/closed-days.service.js';
import { manageClosedDays } from '../../../departments/departments.policies.js';
import { addYears, type CalendarDate } from '../../../platform/clock/calendar-date.js';
import type { Tx } from '../../../platform/database/tx.js';
import { IsCalendarDate } from '../../../platform/http/is-calendar-date.js';
import { readForm } from '../../forms/read-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { administer } from '../administration.policies.js';
import { ClosedDays } from './closed-days.js';
import { closedDaysView } from './closed-days.view.js';

const HERE = '/administration/lukkedage';
const NOTICES: Readonly<Record<string, string>> = { lukket: 'Dagene er lukket.', aabnet: 'Dagen er åben igen.' };

export class ClosedDaysPageQuery {
  @IsOptional() @IsIn(Object.keys(NOTICES))
  besked?: string;
}

class CloseForm {
  @IsString() @IsNotEmpty() @MaxLength(100)
  label!: string;

  @IsCalendarDate()
  from!: CalendarDate;

  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value)) @IsOptional() @IsCalendarDate()
  to?: CalendarDate;

  @IsIn(['closed', 'holiday_week'])
  kind!: 'closed' | 'holiday_week';
}

@Controller('administration/lukkedage')
@UseGuards(FormGuard)
export class ClosedDaysPages {
  constructor(
    private readonly pages: Pages,
    private readonly closedDays: ClosedDaysService,
  ) {}

  @Get()
  @Policy(administer)
  show(@Query() { besked }: ClosedDaysPageQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.page(tx, null, NOTICES[besked ?? ''] ?? null));
  }

  @Post()
  @Policy(manageClosedDays)
  close(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const { label, from, to = from, kind } = await readForm(CloseForm, body);
      await this.closedDays.close(tx, { label, from, to, kind });
      return `${HERE}?besked=lukket`;
    }, (tx, refusal) => this.page(tx, refusal, null));
  }

  @Post(':id/aabn')
  @Policy(manageClosedDays)
  open(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => this.closedDays.open(tx, id).then(() => `${HERE}?besked=aabnet`), (tx, refusal) => this.page(tx, refusal, null));
  }

  private async page(tx: Tx, refusal: Refusal | null, notice: string | null): Promise<Page> {
    const mayManage = allows(manageClosedDays, tx.actor);
    const days = closedDaysView(await this.closedDays.list(tx, tx.today, addYears(tx.today, 1)), mayManage);
    return { title: 'Lukkedage', current: '/administration', content: <ClosedDays days={days} mayManage={mayManage} refusal={refusal} notice={notice} /> };
  }
}
