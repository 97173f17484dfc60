import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import type { Tx } from '../../platform/database/tx.js';
import { openYouth } from '../../youths/access/open-youth.js';
import { correctYouth } from '../../youths/correct-youth.js';
import { DiscloseCprService } from '../../youths/disclosure/disclose-cpr.service.js';
import { protect } from '../../youths/protect.js';
import type { YouthCorrection } from '../../youths/youth.entity.js';
import { changeYouth, discloseCpr } from '../../youths/youths.policies.js';
import { OptionalField, TickField } from '../forms/form-input.js';
import { readForm } from '../forms/read-form.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { DisclosedCpr } from './narrow-pages.js';
import { backToYouth } from './youth-notices.js';
import { YouthScreen } from './youth-screen.js';

class DetailsForm {
  @IsString() @IsNotEmpty() @MaxLength(100)
  firstName!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  lastName!: string;

  @OptionalField() @IsString() @MaxLength(200)
  school?: string;

  @OptionalField() @IsString() @MaxLength(50)
  schoolGrade?: string;

  @OptionalField() @IsString() @MaxLength(100)
  actingMunicipality?: string;

  @TickField()
  specialSchool = false;
}

class ProtectionForm {
  @IsIn(['til', 'fra'])
  protection!: 'til' | 'fra';
}

class PurposeForm {
  @IsString() @IsNotEmpty() @MinLength(3) @MaxLength(200)
  purpose!: string;
}

/** What is known about a youth: name, school, protection, and the CPR number in full for a purpose. */
@Controller('unge/:id')
@UseGuards(FormGuard)
export class YouthRecordPage {
  constructor(
    private readonly pages: Pages,
    private readonly screen: YouthScreen,
    private readonly disclosure: DiscloseCprService,
  ) {}

  @Post('oplysninger')
  @Policy(changeYouth)
  correct(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await correctYouth(tx, id, await correctionOf(tx, id, await readForm(DetailsForm, body)));
      return backToYouth(id, 'oplysninger', 'oplysninger');
    });
  }

  @Post('beskyttelse')
  @Policy(changeYouth)
  protect(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const on = (await readForm(ProtectionForm, body)).protection === 'til';
      await correctYouth(tx, id, { protected: on });
      return backToYouth(id, on ? 'beskyttet' : 'ubeskyttet', 'oplysninger');
    });
  }

  /** The number stands on this one answer alone: not in an address, and not on the youth's page. */
  @Post('cpr')
  @Policy(discloseCpr)
  disclose(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.showOnce(reply, async (tx): Promise<Page> => {
      const { purpose } = await readForm(PurposeForm, body);
      const { cpr } = await this.disclosure.disclose(tx, id, purpose);
      return { title: 'CPR-nummer', current: '/unge', content: <DisclosedCpr youthId={id} cpr={cpr} purpose={purpose} /> };
    }, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}

/** An empty field takes away what stood there; of a protected youth, whose school is not shown, it leaves it as it is. */
async function correctionOf(tx: Tx, youthId: string, form: DetailsForm): Promise<YouthCorrection> {
  const { youth } = await openYouth(tx, youthId);
  const empty = protect(youth, 'shown') === null ? undefined : null;
  const { school = empty, schoolGrade = empty, actingMunicipality = empty, ...rest } = form;
  return { ...rest, school, schoolGrade, actingMunicipality };
}
