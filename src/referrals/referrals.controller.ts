import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../auth/current-actor.js';
import { Policy } from '../auth/policy.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { Idempotency, type IdempotencyKey, once } from '../platform/http/idempotency.js';
import type { Page } from '../platform/http/paging.js';
import { editReferral, submitReferral } from './raising/edit-referral.js';
import { raiseReferral } from './raising/raise-referral.js';
import { listReferrals, type ReferralLine } from './reading/list-referrals.js';
import { readReferral, type ReferralView } from './reading/read-referral.js';
import { AcceptanceInput, ReasonInput, ReferralChange, ReferralInput, ReferralListQuery, ReturnInput } from './referral.dto.js';
import { endReferral, raiseReferral as raise, readReferrals, triageReferral } from './referrals.policies.js';
import { acceptReferral, coordinateDirectly, returnReferral, withdrawReferral } from './triage-referral.js';

@ApiTags('referrals')
@Controller('api/v1/referrals')
export class ReferralsController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readReferrals)
  list(@CurrentActor() actor: Actor, @Query() query: ReferralListQuery): Promise<Page<ReferralLine>> {
    return this.db.transaction(actor, (tx) => listReferrals(tx, query));
  }

  @Post()
  @Policy(raise)
  raise(@CurrentActor() actor: Actor, @Body() input: ReferralInput, @Idempotency() key: IdempotencyKey | null): Promise<ReferralView> {
    return this.db.transaction(actor, async (tx) => readReferral(tx, await once(tx, key, () => raiseReferral(tx, input))));
  }

  @Get(':id')
  @Policy(readReferrals)
  read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ReferralView> {
    return this.db.transaction(actor, (tx) => readReferral(tx, id));
  }

  @Patch(':id')
  @Policy(raise)
  edit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() change: ReferralChange): Promise<ReferralView> {
    return this.change(actor, id, (tx) => editReferral(tx, id, change));
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Policy(raise)
  submit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ReferralView> {
    return this.change(actor, id, (tx) => submitReferral(tx, id));
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Policy(triageReferral)
  accept(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: AcceptanceInput): Promise<ReferralView> {
    return this.change(actor, id, (tx) => acceptReferral(tx, id, reason ?? null));
  }

  @Post(':id/return')
  @HttpCode(200)
  @Policy(triageReferral)
  return(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason, returnOn }: ReturnInput): Promise<ReferralView> {
    return this.change(actor, id, (tx) => returnReferral(tx, id, reason, returnOn ?? null));
  }

  @Post(':id/direct-coordination')
  @HttpCode(200)
  @Policy(endReferral)
  coordinateDirectly(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: ReasonInput): Promise<ReferralView> {
    return this.change(actor, id, (tx) => coordinateDirectly(tx, id, reason));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Policy(endReferral)
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: ReasonInput): Promise<ReferralView> {
    return this.change(actor, id, (tx) => withdrawReferral(tx, id, reason));
  }

  private change(actor: Actor, id: string, verb: (tx: Tx) => Promise<void>): Promise<ReferralView> {
    return this.db.transaction(actor, async (tx) => {
      await verb(tx);
      return readReferral(tx, id);
    });
  }
}
