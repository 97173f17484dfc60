import { Body, Controller, Get, Header, Param, Post, Res, type StreamableFile, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentActor } from '../../../auth/current-actor.js';
import { Policy } from '../../../auth/policy.js';
import { readConclusions } from '../../../conclusions/conclusions.policies.js';
import { minutesFile } from '../../../conclusions/minutes/minutes-file.js';
import { readMinutes } from '../../../conclusions/minutes/read-minutes.js';
import { MinutesCopy } from '../../../letters/minutes-copies/minutes-copy.entity.js';
import { markCopyHandedOver, noteCopyBasis } from '../../../letters/minutes-copies/minutes-copies.js';
import { handleBookings } from '../../../meetings/bookings/bookings.policies.js';
import { Config } from '../../../platform/config/config.js';
import type { Actor } from '../../../platform/database/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer.js';
import { readForm } from '../../forms/read-form.js';
import { FormGuard } from '../../layout/form-guard.js';
import { Pages } from '../../layout/pages.js';
import { BasisForm, basisGiven } from '../before/before-forms.js';
import { requireOfItem } from '../post/of-item.js';
import { postAddress, PostFront } from '../post/post-front.js';

/** Minutes for guests who did not come: their file, the basis on which they may leave the house, and the mark that they have. */
@Controller('punkter/:id')
@UseGuards(FormGuard)
export class MinutesCopiesPage {
  constructor(
    private readonly pages: Pages,
    private readonly front: PostFront,
    private readonly db: Database,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get('referat.pdf')
  @Header('cache-control', 'no-store')
  @Policy(readConclusions)
  async file(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const minutes = await this.db.transaction(actor, (tx) => readMinutes(tx, id));
    return minutesFile(this.renderer, minutes, this.config.MUNICIPALITY);
  }

  @Post('breve/referat/:copyId/grundlag')
  @Policy(handleBookings)
  basis(@Param('id') id: string, @Param('copyId') copyId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, copyId, async (tx) => {
      await noteCopyBasis(tx, copyId, basisGiven(await readForm(BasisForm, body)));
      return postAddress(id, 'referater', 'gemt');
    });
  }

  @Post('breve/referat/:copyId/sendt')
  @Policy(handleBookings)
  sent(@Param('id') id: string, @Param('copyId') copyId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, copyId, async (tx) => {
      await markCopyHandedOver(tx, copyId, true);
      return postAddress(id, 'referater', 'referat-sendt', copyId);
    });
  }

  @Post('breve/referat/:copyId/fortryd')
  @Policy(handleBookings)
  takeBack(@Param('id') id: string, @Param('copyId') copyId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, copyId, async (tx) => {
      await markCopyHandedOver(tx, copyId, false);
      return postAddress(id, 'referater', 'referat-ikke-sendt');
    });
  }

  private change(reply: FastifyReply, id: string, copyId: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await requireOfItem(tx, id, MinutesCopy, copyId);
      return work(tx);
    }, (tx, refusal) => this.front.draw(tx, id, refusal));
  }
}
