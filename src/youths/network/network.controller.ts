import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsEmail, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { onceOnYouth } from '../access/once-on-youth.js';
import { changeYouth, readYouth } from '../youths.policies.js';
import { NETWORK_KINDS, type NetworkKind } from './network-person.entity.js';
import { addNetworkPerson, type NetworkLine, networkLine, removeNetworkPerson, showNetwork } from './network.js';

class NetworkPersonInput {
  @IsIn(NETWORK_KINDS)
  kind!: NetworkKind;

  @IsString() @IsNotEmpty() @MaxLength(200)
  name!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  relation!: string;

  @IsOptional() @IsString() @MaxLength(40)
  phone?: string;

  @IsOptional() @IsEmail()
  email?: string;

  /** Ring of the map: 1 closest, 3 farthest. */
  @IsInt() @Min(1) @Max(3)
  closeness = 2;
}

@ApiTags('youths')
@Controller('api/v1')
export class NetworkController {
  constructor(private readonly db: Database) {}

  @Get('youths/:id/network')
  @Policy(readYouth)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<{ items: NetworkLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await showNetwork(tx, id) }));
  }

  @Post('youths/:id/network')
  @Policy(changeYouth)
  add(
    @CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: NetworkPersonInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<NetworkLine> {
    return this.db.transaction(actor, async (tx) => networkLine(tx, id, await onceOnYouth(tx, id, key, () => addNetworkPerson(tx, id, input))));
  }

  @Delete('network-persons/:id')
  @HttpCode(204)
  @Policy(changeYouth)
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => removeNetworkPerson(tx, id));
  }
}
