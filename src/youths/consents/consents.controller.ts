import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { onceOnYouth } from '../access/once-on-youth.js';
import { changeYouth, readYouth } from '../youths.policies.js';
import { CONSENT_GIVERS, type ConsentGiver } from './consent.entity.js';
import { recordConsent, withdrawConsent } from './consents.js';
import { type ConsentLine, consentLine, showConsents } from './list-consents.js';

class ConsentInput {
  @IsIn(CONSENT_GIVERS)
  givenBy!: ConsentGiver;

  @IsOptional() @IsUUID()
  custodyHolderId?: string;

  /** Who may be told. */
  @IsString() @IsNotEmpty() @MaxLength(200)
  recipient!: string;

  @IsOptional() @IsUUID()
  departmentId?: string;

  /** What may be told. */
  @IsString() @IsNotEmpty() @MaxLength(500)
  scope!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  purpose!: string;

  @IsCalendarDate()
  givenOn!: CalendarDate;

  /** First day it no longer counts; a custody holder's ends on the 18th birthday at the latest. */
  @IsOptional() @IsCalendarDate()
  expiresOn?: CalendarDate;
}

@ApiTags('youths')
@Controller('api/v1')
export class ConsentsController {
  constructor(private readonly db: Database) {}

  @Get('youths/:id/consents')
  @Policy(readYouth)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: ConsentLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await showConsents(tx, id) }));
  }

  @Post('youths/:id/consents')
  @Policy(changeYouth)
  record(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: ConsentInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<ConsentLine> {
    return this.db.transaction(actor, async (tx) => consentLine(tx, id, await onceOnYouth(tx, id, key, () => recordConsent(tx, id, input))));
  }

  @Post('consents/:id/withdrawal')
  @HttpCode(200)
  @Policy(changeYouth)
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ConsentLine> {
    return this.db.transaction(actor, async (tx) => consentLine(tx, await withdrawConsent(tx, id), id));
  }
}
