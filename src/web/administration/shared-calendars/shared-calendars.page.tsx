import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { TargetInput } from '../../../calendars/caldav/calendar-targets.controller.js';
import { manageTargets } from '../../../calendars/caldav/calendar-targets.policies.js';
import { CalendarTargetsService } from '../../../calendars/caldav/calendar-targets.service.js';
import { CalendarTargetTrial } from '../../../calendars/caldav/try-calendar-target.js';
import { readDepartments } from '../../../departments/units/departments.queries.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readForm } from '../../forms/read-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { SharedCalendars } from './shared-calendars.js';
import { sharedCalendarsView } from './shared-calendars.view.js';

const HERE = '/administration/kalendere';
const NOTICES: Readonly<Record<string, string>> = {
  gemt: 'Kalenderen er gemt og bliver fyldt nu.', fjernet: 'Det, vi har skrevet i kalenderen, bliver slettet. Hvem der fik møder dér, får dem som mail.',
  virker: 'Forbindelsen virker.', 'virker-ikke': 'Forbindelsen virker ikke. Se under Status, hvad der er galt.',
};

export class SharedCalendarsQuery {
  @IsOptional() @IsIn(Object.keys(NOTICES))
  besked?: string;
}

@Controller('administration/kalendere')
@UseGuards(FormGuard)
@Policy(manageTargets)
export class SharedCalendarsPages {
  constructor(
    private readonly pages: Pages,
    private readonly targets: CalendarTargetsService,
    private readonly trial: CalendarTargetTrial,
  ) {}

  @Get()
  show(@Query() { besked }: SharedCalendarsQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.page(tx, null, NOTICES[besked ?? ''] ?? null));
  }

  @Post()
  set(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await this.targets.set(tx, await readForm(TargetInput, body));
      return `${HERE}?besked=gemt`;
    }, (tx, refusal) => this.page(tx, refusal, null));
  }

  @Post(':id/fjern')
  remove(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => this.targets.remove(tx, id).then(() => `${HERE}?besked=fjernet`), (tx, refusal) => this.page(tx, refusal, null));
  }

  @Post(':id/proev')
  try(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.changeStepwise(reply, async (actor) => {
      const { works } = await this.trial.try(actor, id);
      return `${HERE}?besked=${works ? 'virker' : 'virker-ikke'}`;
    }, (tx, refusal) => this.page(tx, refusal, null));
  }

  private async page(tx: Tx, refusal: Refusal | null, notice: string | null): Promise<Page> {
    const calendars = sharedCalendarsView(await this.targets.list(tx));
    const units = (await readDepartments(tx)).map(({ id, name }) => ({ value: id, label: name }));
    return { title: 'Fælles kalendere', current: '/administration', content: <SharedCalendars calendars={calendars} units={units} refusal={refusal} notice={notice} /> };
  }
}
