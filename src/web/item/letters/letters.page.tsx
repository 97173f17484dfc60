import { Controller, Get, Header, Param, Post, Res, StreamableFile, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../../../auth/current-actor.js';
import { Policy } from '../../../auth/policy.js';
import { Letter } from '../../../letters/letter.entity.js';
import { markHandedOver, openLetter, type OpenedLetter } from '../../../letters/letters.js';
import { letterDocument, letterText } from '../../../letters/writing/letter-shapes.js';
import { handleBookings, readBookings } from '../../../meetings/bookings/bookings.policies.js';
import { Config } from '../../../platform/config/config.js';
import type { Actor } from '../../../platform/database/actor.js';
import { Database } from '../../../platform/database/database.js';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer.js';
import { FormGuard } from '../../layout/form-guard.js';
import { Pages } from '../../layout/pages.js';
import { requireOfItem } from '../post/of-item.js';
import { postAddress, PostFront } from '../post/post-front.js';

/** A letter to the youth or a parent: its files, and the mark that it has gone. */
@Controller('punkter/:id/breve/brev')
@UseGuards(FormGuard)
export class LettersPage {
  constructor(
    private readonly pages: Pages,
    private readonly front: PostFront,
    private readonly db: Database,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get(':letterId.pdf')
  @Header('cache-control', 'no-store')
  @Policy(readBookings)
  async pdf(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('letterId') letterId: string): Promise<StreamableFile> {
    const { content, createdAt, reference } = await this.open(actor, id, letterId);
    const bytes = await this.renderer.renderPdf(letterDocument(content, this.config.MUNICIPALITY, createdAt));
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="brev-${reference}.pdf"`, length: bytes.length });
  }

  @Get(':letterId.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Policy(readBookings)
  async text(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('letterId') letterId: string): Promise<string> {
    return letterText((await this.open(actor, id, letterId)).content);
  }

  @Post(':letterId/sendt')
  @Policy(handleBookings)
  sent(@Param('id') id: string, @Param('letterId') letterId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.mark(reply, id, letterId, true);
  }

  @Post(':letterId/fortryd')
  @Policy(handleBookings)
  takeBack(@Param('id') id: string, @Param('letterId') letterId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.mark(reply, id, letterId, false);
  }

  private open(actor: Actor, id: string, letterId: string): Promise<OpenedLetter> {
    return this.db.transaction(actor, async (tx) => {
      await requireOfItem(tx, id, Letter, letterId);
      return openLetter(tx, letterId);
    });
  }

  private mark(reply: FastifyReply, id: string, letterId: string, handedOver: boolean): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await requireOfItem(tx, id, Letter, letterId);
      await markHandedOver(tx, letterId, handedOver);
      return handedOver ? postAddress(id, 'breve', 'brev-sendt', letterId) : postAddress(id, 'breve', 'brev-ikke-sendt');
    }, (tx, refusal) => this.front.draw(tx, id, refusal));
  }
}
