import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { XLSX_TYPE } from '../../platform/xlsx/write-sheet.js';
import { DocketQuery } from '../../reports/docket/docket.controller.js';
import type { Docket } from '../../reports/docket/docket.js';
import { DocketService } from '../../reports/docket/docket.service.js';
import { readDocket } from '../../reports/reports.policies.js';
import { docketDocument } from './docket-document.js';
import { docketSheet } from './docket-sheet.js';

type Format = 'pdf' | 'xlsx';

/** The docket as files, for the reader who asks: the same names as on the page, and logged as exported. */
@Controller()
@Policy(readDocket)
export class DocketFilesPage {
  constructor(
    private readonly db: Database,
    private readonly docket: DocketService,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get('dagsorden.pdf')
  async pdf(@CurrentActor() actor: Actor, @Query() query: DocketQuery): Promise<StreamableFile> {
    const { docket, now } = await this.read(actor, query, 'pdf');
    return file(await this.renderer.renderPdf(docketDocument(docket, this.config.MUNICIPALITY, now)), docket, 'pdf', 'application/pdf');
  }

  @Get('dagsorden.xlsx')
  async sheet(@CurrentActor() actor: Actor, @Query() query: DocketQuery): Promise<StreamableFile> {
    const { docket } = await this.read(actor, query, 'xlsx');
    return file(await docketSheet(docket), docket, 'xlsx', XLSX_TYPE);
  }

  private read(actor: Actor, { date, series }: DocketQuery, format: Format): Promise<{ docket: Docket; now: Date }> {
    return this.db.transaction(actor, async (tx) => ({ docket: await this.docket.exported(tx, date ?? tx.today, series ?? null, format), now: tx.now }));
  }
}

function file(bytes: Buffer, { from }: Docket, format: Format, type: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="dagsorden-${from}.${format}"`, length: bytes.length });
}
