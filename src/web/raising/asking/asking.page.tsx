import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import type { Tx } from '../../../platform/database/tx.js';
import { raiseReferral as raisePolicy } from '../../../referrals/referrals.policies.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { AskingForm } from './asking.js';
import { askingView } from './asking.view.js';
import { type AskingAbout, openAsking } from './open-asking.js';
import { saveAsking } from './save-asking.js';

const NOTICES: Readonly<Record<string, string>> = {
  gemt: 'Kladden er gemt.',
  slags: 'Slags møde er ændret, og kladden er gemt.',
  'ikke-sendt': 'Anmodningen er gemt, men ikke sendt: tjekket siger, at sagen ikke hører til på K-mødet. Se hvorfor nedenfor.',
};

export class AskingQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;
}

/** "Bed om K-møde": from a youth's page, from a look-up, without a name, and a referral that is written on. */
@Controller()
@UseGuards(FormGuard)
@Policy(raisePolicy)
export class AskingPages {
  constructor(private readonly pages: Pages) {}

  @Get('unge/:id/anmodning')
  ofYouth(@Param('id') id: string, @Query() query: AskingQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.show(reply, { from: 'youth', id }, query);
  }

  @Post('unge/:id/anmodning')
  saveOfYouth(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.save(reply, { from: 'youth', id }, body);
  }

  @Get('opslag/:lookupId/anmodning')
  ofLookup(@Param('lookupId') id: string, @Query() query: AskingQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.show(reply, { from: 'lookup', id }, query);
  }

  @Post('opslag/:lookupId/anmodning')
  saveOfLookup(@Param('lookupId') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.save(reply, { from: 'lookup', id }, body);
  }

  @Get('anmodninger/uden-navn')
  ofNobody(@Query() query: AskingQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.show(reply, { from: 'nobody' }, query);
  }

  @Post('anmodninger/uden-navn')
  saveOfNobody(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.save(reply, { from: 'nobody' }, body);
  }

  @Get('anmodninger/:id/ret')
  edit(@Param('id') id: string, @Query() query: AskingQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.show(reply, { from: 'referral', id }, query);
  }

  @Post('anmodninger/:id/ret')
  saveEdit(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.save(reply, { from: 'referral', id }, body);
  }

  private show(reply: FastifyReply, about: AskingAbout, { besked = '' }: AskingQuery): Promise<void> {
    return this.pages.show(reply, (tx) => askingPage(tx, about, null, Object.hasOwn(NOTICES, besked) ? (NOTICES[besked] ?? null) : null));
  }

  private save(reply: FastifyReply, about: AskingAbout, body: unknown): Promise<void> {
    return this.pages.change(reply, (tx) => saveAsking(tx, about, body), (tx, refusal) => askingPage(tx, about, refusal));
  }
}

/** The form as it stands, for its own address and for others that refuse it. */
async function askingPage(tx: Tx, about: AskingAbout, refusal: Refusal | null, notice: string | null = null): Promise<Page> {
  const view = askingView(await openAsking(tx, about), refusal);
  return { title: view.heading, current: '/anmodninger', content: <AskingForm view={view} refusal={refusal} notice={notice} /> };
}
