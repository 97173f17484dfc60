import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, once, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { BookingGate } from '../../meetings/bookings/booking-gate.js';
import { closeItems, readConclusions } from '../conclusions.policies.js';
import { ConclusionDraftsService, type DraftAnswer } from '../drafts/conclusion-drafts.service.js';
import { ClosingInput } from './closing.dto.js';
import { ConcludeItem } from './conclude-item.js';
import { readConclusion, type ConclusionAnswer } from './read-conclusion.js';

@ApiTags('conclusions')
@Controller('api/v1/bookings/:id')
export class ConclusionsController {
  constructor(
    private readonly db: Database,
    private readonly closing: ConcludeItem,
    private readonly drafts: ConclusionDraftsService,
    private readonly gate: BookingGate,
  ) {}

  @Post('conclusion')
  @HttpCode(200)
  @Policy(closeItems)
  conclude(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Idempotency() key: IdempotencyKey | null, @Body() body: ClosingInput,
  ): Promise<ConclusionAnswer> {
    const close = (): Promise<ConclusionAnswer> => this.db.transaction(actor, async (tx) => {
      await once(tx, key, () => this.closing.conclude(tx, id, body));
      return readConclusion(tx, id);
    });
    return body.next?.slotId === undefined ? close() : this.gate.run(close);
  }

  @Get('conclusion')
  @Policy(readConclusions)
  read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ConclusionAnswer> {
    return this.db.transaction(actor, (tx) => readConclusion(tx, id));
  }

  @Get('conclusion-draft')
  @Policy(closeItems)
  readDraft(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DraftAnswer> {
    return this.db.transaction(actor, (tx) => this.drafts.read(tx, id));
  }

  @Put('conclusion-draft')
  @Policy(closeItems)
  saveDraft(@CurrentActor() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Body() body: ClosingInput): Promise<DraftAnswer> {
    return this.db.transaction(actor, (tx) => this.drafts.save(tx, id, version, body));
  }
}
