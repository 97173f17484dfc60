import { Module } from '@nestjs/common';
import { CatalogueLoader } from './catalogue/load-catalogue.js';
import { YouthChangesHandler } from './computation/youth-changes.handler.js';
import { DeadlinesController } from './deadlines.controller.js';
import { MilestonesController } from './milestones/milestones.controller.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { DeadlineSweepJob } from './sweep/deadline-sweep.job.js';
import { TargetGroupsController } from './target-groups/target-groups.controller.js';

/** Rules, milestones, due dates, reminders. Other features call its functions with their transaction. */
@Module({
  controllers: [DeadlinesController, MilestonesController, RemindersController, TargetGroupsController],
  providers: [CatalogueLoader, DeadlineSweepJob, YouthChangesHandler],
})
export class DeadlinesModule {}
