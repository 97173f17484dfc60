import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { Idempotency, type IdempotencyKey } from '../platform/http/idempotency.js';
import { IsCalendarDate } from '../platform/http/is-calendar-date.js';
import { groundFor } from './access/open-youth.js';
import { correctYouth } from './correct-youth.js';
import { CreateYouthService, youthKnown } from './create-youth.service.js';
import { DiscloseCprService } from './disclosure/disclose-cpr.service.js';
import { type YouthDetails, YouthDetailsService, type YouthOnCard } from './youth-details.service.js';
import { changeYouth, createYouth, discloseCpr, readYouth } from './youths.policies.js';

/** The field may be left out; null is not an answer. */
const IfGiven = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

class NewYouthInput {
  @IsString() @MaxLength(20)
  cpr!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  firstName!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  lastName!: string;

  @IfGiven() @IsCalendarDate()
  birthDate?: CalendarDate;

  @IsUUID()
  departmentId!: string;

  @IfGiven() @IsUUID()
  coordinatorId?: string;

  @IfGiven() @IsString() @MaxLength(200)
  school?: string;

  @IfGiven() @IsString() @MaxLength(50)
  schoolGrade?: string;

  @IfGiven() @IsBoolean()
  specialSchool?: boolean;

  @IfGiven() @IsBoolean()
  protected?: boolean;

  @IfGiven() @IsString() @MaxLength(100)
  actingMunicipality?: string;
}

class YouthCorrectionInput {
  @IfGiven() @IsString() @IsNotEmpty() @MaxLength(100)
  firstName?: string;

  @IfGiven() @IsString() @IsNotEmpty() @MaxLength(100)
  lastName?: string;

  @IfGiven() @IsCalendarDate()
  birthDate?: CalendarDate;

  @IfGiven() @IsBoolean()
  protected?: boolean;

  @IsOptional() @IsString() @MaxLength(100)
  actingMunicipality?: string | null;

  @IsOptional() @IsString() @MaxLength(200)
  school?: string | null;

  @IsOptional() @IsString() @MaxLength(50)
  schoolGrade?: string | null;

  @IfGiven() @IsBoolean()
  specialSchool?: boolean;
}

class DisclosureInput {
  @IsString() @MinLength(3) @MaxLength(200)
  purpose!: string;
}

@ApiTags('youths')
@Controller('api/v1/youths')
export class YouthsController {
  constructor(
    private readonly db: Database,
    private readonly creation: CreateYouthService,
    private readonly details: YouthDetailsService,
    private readonly disclosure: DiscloseCprService,
  ) {}

  @Post()
  @Policy(createYouth)
  async create(@CurrentActor() actor: Actor, @Body() input: NewYouthInput, @Idempotency() key: IdempotencyKey | null): Promise<YouthDetails> {
    const { cpr, ...given } = input;
    const { details, known } = await this.db.transaction(actor, async (tx) => {
      const recorded = await this.creation.create(tx, cpr, given, key);
      if (recorded.youthId === null) return { details: null, known: recorded.known };
      return { details: await this.details.read(tx, recorded.youthId, await groundFor(tx, recorded.youthId)), known: null };
    });
    if (details === null) throw youthKnown(known);
    return details;
  }

  @Get(':id')
  @Policy(readYouth)
  open(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<YouthDetails | YouthOnCard> {
    return this.db.transaction(actor, (tx) => this.details.open(tx, id));
  }

  @Patch(':id')
  @Policy(changeYouth)
  correct(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: YouthCorrectionInput): Promise<YouthDetails> {
    return this.db.transaction(actor, async (tx) => {
      await correctYouth(tx, id, input);
      return this.details.read(tx, id, await groundFor(tx, id));
    });
  }

  @Post(':id/cpr-disclosure')
  @HttpCode(200)
  @Policy(discloseCpr)
  disclose(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: DisclosureInput): Promise<{ cpr: string }> {
    return this.db.transaction(actor, (tx) => this.disclosure.disclose(tx, id, input.purpose));
  }
}
