import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { planFileName } from '../../plans/plan-content.js';
import { planDocument } from '../../plans/plan-document.js';
import { PlanVersionsService } from '../../plans/plan-versions.service.js';
import { readPlan } from '../../plans/plans.policies.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';

export class PlanFileQuery {
  @IsOptional() @Matches(/^[1-9]\d{0,5}$/)
  version?: string;
}

/** The plan as a PDF for those who are signed in with a browser. */
@Controller('unge/:id/plan.pdf')
export class PlanFilePage {
  constructor(
    private readonly db: Database,
    private readonly versions: PlanVersionsService,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get()
  @Policy(readPlan)
  async file(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { version }: PlanFileQuery): Promise<StreamableFile> {
    const wanted = version === undefined ? 'latest' : Number(version);
    const content = await this.db.transaction(actor, (tx) => this.versions.export(tx, id, wanted, 'pdf'));
    const bytes = await this.renderer.renderPdf(planDocument(content, this.config.MUNICIPALITY));
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${planFileName(content, 'pdf')}"`, length: bytes.length });
  }
}
