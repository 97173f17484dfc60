import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { plainPlanDocument } from '../../plans/plain-plan.js';
import { planFileName } from '../../plans/plan-content.js';
import { planDocument } from '../../plans/plan-document.js';
import { PlanVersionsService } from '../../plans/plan-versions.service.js';
import { readPlan } from '../../plans/plans.policies.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import type { PdfDocument } from '../../platform/pdf/pdf-document.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { type Edition, wantedVersion } from './edition.js';

export class PlanFileQuery {
  /** A number, or `kladde`; left out: the latest. */
  @IsOptional() @Matches(/^([1-9]\d{0,5}|kladde)$/)
  version?: Edition;
}

/** The plan as a PDF for those who are signed in with a browser: in full, and in plain language. */
@Controller('unge/:id')
@Policy(readPlan)
export class PlanFilesPage {
  constructor(
    private readonly db: Database,
    private readonly versions: PlanVersionsService,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get('plan.pdf')
  async full(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { version }: PlanFileQuery): Promise<StreamableFile> {
    const content = await this.db.transaction(actor, (tx) => this.versions.export(tx, id, wantedVersion(version), 'pdf'));
    return this.file(planDocument(content, this.config.MUNICIPALITY), planFileName(content, 'pdf'));
  }

  @Get('plan-kort.pdf')
  async plain(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { version }: PlanFileQuery): Promise<StreamableFile> {
    const content = await this.db.transaction(actor, (tx) => this.versions.export(tx, id, wantedVersion(version), 'plain_pdf'));
    return this.file(plainPlanDocument(content, this.config.MUNICIPALITY), planFileName(content, 'kort.pdf'));
  }

  private async file(document: PdfDocument, name: string): Promise<StreamableFile> {
    const bytes = await this.renderer.renderPdf(document);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${name}"`, length: bytes.length });
  }
}
