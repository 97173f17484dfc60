import { Controller, Delete, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import { handleBookings, readBookings } from '../meetings/bookings/bookings.policies.js';
import { Config } from '../platform/config/config.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { type LetterLine, listLetters, markHandedOver, openLetter } from './letters.js';
import { letterDocument, letterText } from './writing/letter-shapes.js';

@ApiTags('letters')
@Controller('api/v1')
export class LettersController {
  constructor(
    private readonly db: Database,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get('bookings/:id/letters')
  @Policy(readBookings)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: LetterLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await listLetters(tx, id) }));
  }

  @Get('letters/:id.pdf')
  @Header('cache-control', 'no-store')
  @Policy(readBookings)
  async pdf(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { content, createdAt, reference } = await this.db.transaction(actor, (tx) => openLetter(tx, id));
    const bytes = await this.renderer.renderPdf(letterDocument(content, this.config.MUNICIPALITY, createdAt));
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="brev-${reference}.pdf"`, length: bytes.length });
  }

  @Get('letters/:id.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Policy(readBookings)
  async text(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<string> {
    return letterText((await this.db.transaction(actor, (tx) => openLetter(tx, id))).content);
  }

  @Post('letters/:id/handed-over')
  @HttpCode(204)
  @Policy(handleBookings)
  handOver(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => markHandedOver(tx, id, true));
  }

  @Delete('letters/:id/handed-over')
  @HttpCode(204)
  @Policy(handleBookings)
  takeBack(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => markHandedOver(tx, id, false));
  }
}
