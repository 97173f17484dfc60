import { Module } from '@nestjs/common';
import { BookingsModule } from '../meetings/bookings/bookings.module.js';
import { PdfModule } from '../platform/pdf/pdf.module.js';
import { ActionsController } from './actions/actions.controller.js';
import { ActionsService } from './actions/actions.service.js';
import { MoveActionsHandler } from './actions/move-actions.handler.js';
import { ConcludeItem } from './closing/conclude-item.js';
import { ConclusionsController } from './closing/conclusions.controller.js';
import { ConclusionDraftsService } from './drafts/conclusion-drafts.service.js';
import { FollowUpsController } from './follow-ups/follow-ups.controller.js';
import { FollowUpsService } from './follow-ups/follow-ups.service.js';
import { MinutesController } from './minutes/minutes.controller.js';
import { MinutesService } from './minutes/minutes.service.js';
import { PrincipledQuestionsController } from './questions/principled-questions.controller.js';
import { PrincipledQuestionsService } from './questions/principled-questions.service.js';
import { DueTasksJob } from './sweep/due-tasks.job.js';

@Module({
  imports: [BookingsModule, PdfModule],
  controllers: [ConclusionsController, MinutesController, ActionsController, FollowUpsController, PrincipledQuestionsController],
  providers: [
    ConcludeItem, ConclusionDraftsService, MinutesService, ActionsService, FollowUpsService, PrincipledQuestionsService, MoveActionsHandler, DueTasksJob,
  ],
  exports: [ConcludeItem, ConclusionDraftsService, MinutesService, ActionsService, FollowUpsService, PrincipledQuestionsService],
})
export class ConclusionsModule {}
