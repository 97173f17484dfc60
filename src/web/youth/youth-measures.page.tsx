import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { addMeasure, continueMeasure, endMeasure, takeMeasureBack } from '../../youths/measures/measures.js';
import { changeYouth } from '../../youths/youths.policies.js';
import { blame } from '../forms/blame.js';
import { chosen } from '../forms/chosen.js';
import { OptionalField } from '../forms/form-input.js';
import { readForm } from '../forms/read-form.js';
import { FormGuard } from '../layout/form-guard.js';
import { Pages } from '../layout/pages.js';
import { backToYouth } from './youth-notices.js';
import { YouthScreen } from './youth-screen.js';

class MeasureForm {
  @IsString() @MaxLength(50)
  departmentId!: string;

  @IsString() @IsNotEmpty() @MaxLength(200)
  title!: string;

  @OptionalField() @IsString() @MaxLength(100)
  act?: string;

  @OptionalField() @IsString() @MaxLength(50)
  section?: string;

  @IsCalendarDate()
  startsOn!: CalendarDate;

  @OptionalField() @IsCalendarDate()
  endsOn?: CalendarDate;
}

class EndingForm {
  @IsCalendarDate()
  endsOn!: CalendarDate;
}

/** Indsatser: what each unit gives a youth, and until when. */
@Controller('unge/:id/indsatser')
@UseGuards(FormGuard)
@Policy(changeYouth)
export class YouthMeasuresPage {
  constructor(
    private readonly pages: Pages,
    private readonly screen: YouthScreen,
  ) {}

  @Post()
  add(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const form = await readForm(MeasureForm, body);
      chosen('departmentId', form.departmentId, 'Vælg den enhed, der giver indsatsen.');
      return backToYouth(id, 'indsats-ny', 'indsatser', await blame('title', addMeasure(tx, id, form)));
    });
  }

  @Post(':measureId/slut')
  end(@Param('id') id: string, @Param('measureId') measureId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await blame('endsOn', endMeasure(tx, measureId, (await readForm(EndingForm, body)).endsOn));
      return backToYouth(id, 'indsats-slut', 'indsatser', measureId);
    });
  }

  @Post(':measureId/fortsaet')
  goOn(@Param('id') id: string, @Param('measureId') measureId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => continueMeasure(tx, measureId).then(() => backToYouth(id, 'indsats-rettet', 'indsatser')));
  }

  @Post(':measureId/tilbage')
  takeBack(@Param('id') id: string, @Param('measureId') measureId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => takeMeasureBack(tx, measureId).then(() => backToYouth(id, 'indsats-rettet', 'indsatser')));
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}
