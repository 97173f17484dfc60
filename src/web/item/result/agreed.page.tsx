import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../../../auth/current-actor.js';
import { Policy } from '../../../auth/policy.js';
import { readConclusions } from '../../../conclusions/conclusions.policies.js';
import { agreedFileName } from '../../../conclusions/minutes/agreed-content.js';
import { agreedDocument } from '../../../conclusions/minutes/agreed-document.js';
import { readAgreed } from '../../../conclusions/minutes/read-agreed.js';
import { Config } from '../../../platform/config/config.js';
import type { Actor } from '../../../platform/database/actor.js';
import { Database } from '../../../platform/database/database.js';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer.js';
import { Pages } from '../../layout/pages.js';
import { itemHeadView } from '../item-head.view.js';
import { readItem } from '../read-item.js';
import { Agreed } from './agreed.js';

/** "Det aftalte vi": to read, to print, to take home and to copy. */
@Controller('punkter/:id')
export class AgreedPage {
  constructor(
    private readonly pages: Pages,
    private readonly db: Database,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get('det-aftalte-vi')
  @Policy(readConclusions)
  show(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => {
      const head = itemHeadView(await readItem(tx, id));
      return { title: 'Det aftalte vi', current: '/dagsorden', content: <Agreed head={head} content={await readAgreed(tx, id)} /> };
    });
  }

  @Get('det-aftalte-vi.pdf')
  @Policy(readConclusions)
  async file(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const content = await this.db.transaction(actor, (tx) => readAgreed(tx, id));
    const bytes = await this.renderer.renderPdf(agreedDocument(content, this.config.MUNICIPALITY));
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${agreedFileName(content)}"`, length: bytes.length });
  }
}
