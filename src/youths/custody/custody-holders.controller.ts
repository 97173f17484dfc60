import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { onceOnYouth } from '../access/once-on-youth.js';
import { changeYouth, readYouth } from '../youths.policies.js';
import { addCustodyHolder, correctCustodyHolder, removeCustodyHolder } from './custody-holders.js';
import { type CustodyHolderLine, custodyHolderLine, showCustodyHolders } from './list-custody-holders.js';

class CustodyHolderInput {
  @IsString() @IsNotEmpty() @MaxLength(200)
  name!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  relation!: string;

  @IsOptional() @IsString() @MaxLength(40)
  phone?: string;

  @IsOptional() @IsEmail()
  email?: string;

  @IsBoolean()
  livesWithYouth!: boolean;

  /** Whether this holder is invited to the meetings. */
  @IsBoolean()
  invite!: boolean;
}

class CustodyHolderChangeInput extends PartialType(CustodyHolderInput, { skipNullProperties: false }) {}

@ApiTags('youths')
@Controller('api/v1')
export class CustodyHoldersController {
  constructor(private readonly db: Database) {}

  @Get('youths/:id/custody-holders')
  @Policy(readYouth)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: CustodyHolderLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await showCustodyHolders(tx, id) }));
  }

  @Post('youths/:id/custody-holders')
  @Policy(changeYouth)
  add(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: CustodyHolderInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<CustodyHolderLine> {
    return this.db.transaction(actor, async (tx) => custodyHolderLine(tx, id, await onceOnYouth(tx, id, key, () => addCustodyHolder(tx, id, input))));
  }

  @Patch('custody-holders/:id')
  @Policy(changeYouth)
  correct(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: CustodyHolderChangeInput): Promise<CustodyHolderLine> {
    return this.db.transaction(actor, async (tx) => custodyHolderLine(tx, await correctCustodyHolder(tx, id, input), id));
  }

  @Delete('custody-holders/:id')
  @HttpCode(204)
  @Policy(changeYouth)
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => removeCustodyHolder(tx, id));
  }
}
