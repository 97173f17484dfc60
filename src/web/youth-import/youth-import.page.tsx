import { Body, Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { identityOf } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { YouthImportService } from '../../youths/import/youth-import.service.js';
import { importYouths } from '../../youths/youths.policies.js';
import type { Refusal } from '../forms/refusal.js';
import { sentFile } from '../forms/sent-file.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { ImportForm, ImportOutcome } from './youth-import.js';
import { importOutcomeView } from './youth-import.view.js';

/** A municipality's youths from one file: choose it, see what became of each line. */
@Controller('unge/import')
@UseGuards(FormGuard)
@Policy(importYouths)
export class YouthImportPages {
  constructor(
    private readonly pages: Pages,
    private readonly imports: YouthImportService,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, () => formPage(null));
  }

  @Post()
  begin(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.changeStepwise(reply, async (actor) => {
      const { id } = await this.imports.import(actor, { bytes: sentFile(body) });
      return `/unge/import/${id}`;
    }, (_, refusal) => formPage(refusal));
  }

  @Get(':id')
  async outcome(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const view = importOutcomeView(await this.imports.read(identityOf(reply.request).actor, id));
    await this.pages.show(reply, () => Promise.resolve({ title: view.heading, current: '/unge', content: <ImportOutcome {...view} /> }));
  }
}

function formPage(refusal: Refusal | null): Promise<Page> {
  return Promise.resolve({ title: 'Læs unge ind', current: '/unge', content: <ImportForm refusal={refusal} /> });
}
