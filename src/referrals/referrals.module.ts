import { Module } from '@nestjs/common';
import { ReferralsController } from './referrals.controller.js';
import { TriageTasks } from './triage-tasks.handler.js';
import { ReferralTypesController } from './types/referral-types.controller.js';
import { ReferralTypesLoader } from './types/referral-types.loader.js';

@Module({
  controllers: [ReferralsController, ReferralTypesController],
  providers: [ReferralTypesLoader, TriageTasks],
})
export class ReferralsModule {}
