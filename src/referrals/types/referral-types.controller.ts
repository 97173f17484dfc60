import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { BELONGS_QUESTIONS, SUPPORT_LEVEL_LABELS } from '../belongs/belongs-answers.js';
import { readReferrals } from '../referrals.policies.js';
import { PURPOSE_LABELS, URGENT_REASON_LABELS, WITHOUT_YOUTH_REASON_LABELS } from './referral-codes.js';
import { type TypeVersion, typesInForce } from './referral-types.queries.js';

type Labels = Readonly<Record<string, string>>;

/** The types in force today, and the words for what a referral asks. */
interface ReferralTypesAnswer {
  readonly items: readonly TypeVersion[];
  readonly purposes: Labels;
  readonly urgentReasons: Labels;
  readonly withoutYouthReasons: Labels;
  readonly belongsQuestions: Labels;
  readonly supportLevels: Labels;
}

@ApiTags('referrals')
@Controller('api/v1/referral-types')
export class ReferralTypesController {
  constructor(private readonly db: Database) {}

  @Get()
  @Policy(readReferrals)
  list(@CurrentActor() actor: Actor): Promise<ReferralTypesAnswer> {
    return this.db.transaction(actor, async (tx) => ({
      items: await typesInForce(tx, tx.today),
      purposes: PURPOSE_LABELS, urgentReasons: URGENT_REASON_LABELS, withoutYouthReasons: WITHOUT_YOUTH_REASON_LABELS,
      belongsQuestions: BELONGS_QUESTIONS, supportLevels: SUPPORT_LEVEL_LABELS,
    }));
  }
}
