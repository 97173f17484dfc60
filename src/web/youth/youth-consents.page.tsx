import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { recordConsent, takeWithdrawalBack, withdrawConsent } from '../../youths/consents/consents.js';
import { changeYouth } from '../../youths/youths.policies.js';
import { blame } from '../forms/blame.js';
import { OptionalField } from '../forms/form-input.js';
import { readForm } from '../forms/read-form.js';
import { FormGuard } from '../layout/form-guard.js';
import { Pages } from '../layout/pages.js';
import { backToYouth } from './youth-notices.js';
import { YouthScreen } from './youth-screen.js';

class ConsentForm {
  /** `youth`, or the id of a custody holder. */
  @IsString() @IsNotEmpty() @MaxLength(50)
  givenBy!: string;

  @IsString() @IsNotEmpty() @MaxLength(200)
  recipient!: string;

  @OptionalField() @IsUUID()
  departmentId?: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  scope!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  purpose!: string;

  @IsCalendarDate()
  givenOn!: CalendarDate;

  @OptionalField() @IsCalendarDate()
  expiresOn?: CalendarDate;
}

/** Samtykker: from whom, to whom, about what and what for. */
@Controller('unge/:id/samtykker')
@UseGuards(FormGuard)
@Policy(changeYouth)
export class YouthConsentsPage {
  constructor(
    private readonly pages: Pages,
    private readonly screen: YouthScreen,
  ) {}

  @Post()
  record(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const { givenBy, ...given } = await readForm(ConsentForm, body);
      const giver = givenBy === 'youth' ? { givenBy: 'youth' as const } : { givenBy: 'custody_holder' as const, custodyHolderId: givenBy };
      await blame('givenOn', recordConsent(tx, id, { ...given, ...giver }));
      return backToYouth(id, 'samtykke-nyt', 'grundlag');
    });
  }

  @Post(':consentId/tilbagetraek')
  withdraw(@Param('id') id: string, @Param('consentId') consentId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => withdrawConsent(tx, consentId).then(() => backToYouth(id, 'samtykke-trukket', 'grundlag', consentId)));
  }

  @Post(':consentId/fortryd')
  undo(@Param('id') id: string, @Param('consentId') consentId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => takeWithdrawalBack(tx, consentId).then(() => backToYouth(id, 'samtykke-igen', 'grundlag')));
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}
