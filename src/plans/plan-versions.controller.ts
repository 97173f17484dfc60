import { Controller, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import { Config } from '../platform/config/config.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { Idempotency, once, type IdempotencyKey } from '../platform/http/idempotency.js';
import type { Page } from '../platform/http/paging.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { planFileName, type PlanContent } from './plan-content.js';
import { planDocument } from './plan-document.js';
import { PlanVersionsService, type PlanVersionLine, type WantedVersion } from './plan-versions.service.js';
import { readPlan, writePlan } from './plans.policies.js';

class ExportQuery {
  /** A number, or `draft`; left out: the latest published version, else the draft. */
  @IsOptional() @Matches(/^([1-9]\d{0,5}|draft)$/)
  version?: string;
}

@ApiTags('plans')
@Controller('api/v1/youths/:id')
export class PlanVersionsController {
  constructor(
    private readonly db: Database,
    private readonly versions: PlanVersionsService,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get('plan/versions')
  @Policy(readPlan)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Page<PlanVersionLine>> {
    return this.db.transaction(actor, async (tx) => ({ items: await this.versions.list(tx, id), nextCursor: null }));
  }

  @Post('plan/versions')
  @Policy(writePlan)
  publish(@CurrentActor() actor: Actor, @Param('id') id: string, @Idempotency() key: IdempotencyKey | null): Promise<PlanVersionLine> {
    return this.db.transaction(actor, async (tx) => {
      const number = await once(tx, key, async () => String(await this.versions.publish(tx, id)));
      return this.versions.line(tx, id, Number(number));
    });
  }

  @Get('plan.json')
  @Header('cache-control', 'no-store')
  @Policy(readPlan)
  async json(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: ExportQuery): Promise<StreamableFile> {
    const content = await this.export(actor, id, query, 'json');
    return download(Buffer.from(JSON.stringify(content, null, 2)), 'application/json; charset=utf-8', planFileName(content, 'json'));
  }

  @Get('plan.pdf')
  @Header('cache-control', 'no-store')
  @Policy(readPlan)
  async pdf(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: ExportQuery): Promise<StreamableFile> {
    const content = await this.export(actor, id, query, 'pdf');
    const bytes = await this.renderer.renderPdf(planDocument(content, this.config.MUNICIPALITY));
    return download(bytes, 'application/pdf', planFileName(content, 'pdf'));
  }

  private export(actor: Actor, youthId: string, { version }: ExportQuery, format: 'json' | 'pdf'): Promise<PlanContent> {
    const wanted: WantedVersion = version === undefined ? 'latest' : version === 'draft' ? 'draft' : Number(version);
    return this.db.transaction(actor, (tx) => this.versions.export(tx, youthId, wanted, format));
  }
}

function download(bytes: Buffer, type: string, fileName: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${fileName}"`, length: bytes.length });
}
