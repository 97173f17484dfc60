import { Module } from '@nestjs/common';
import { ConsentsController } from './consents/consents.controller.js';
import { HandoverEscalationJob } from './coordination/handover-escalation.job.js';
import { HandoversController } from './coordination/handovers.controller.js';
import { SuccessionController } from './coordination/succession.controller.js';
import { CprModule } from './cpr/cpr.module.js';
import { CreateYouthService } from './create-youth.service.js';
import { CustodyHoldersController } from './custody/custody-holders.controller.js';
import { DiscloseCprService } from './disclosure/disclose-cpr.service.js';
import { YouthLookupsController } from './lookups/youth-lookups.controller.js';
import { YouthLookupsService } from './lookups/youth-lookups.service.js';
import { MeasuresController } from './measures/measures.controller.js';
import { NetworkController } from './network/network.controller.js';
import { YouthDetailsService } from './youth-details.service.js';
import { YouthSearchService } from './youth-search.service.js';
import { YouthSearchesController } from './youth-searches.controller.js';
import { YouthsController } from './youths.controller.js';

@Module({
  imports: [CprModule],
  controllers: [
    YouthsController, YouthSearchesController, YouthLookupsController, HandoversController, SuccessionController,
    MeasuresController, NetworkController, CustodyHoldersController, ConsentsController,
  ],
  providers: [
    CreateYouthService, YouthDetailsService, YouthSearchService, YouthLookupsService, DiscloseCprService, HandoverEscalationJob,
  ],
  exports: [CreateYouthService, YouthDetailsService, YouthLookupsService, YouthSearchService, DiscloseCprService],
})
export class YouthsModule {}
