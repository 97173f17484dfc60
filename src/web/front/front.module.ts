import { Module } from '@nestjs/common';
import { ConclusionsModule } from '../../conclusions/conclusions.module.js';
import { ReportsModule } from '../../reports/reports.module.js';
import { TasksModule } from '../../tasks/tasks.module.js';
import { FrontPageController } from './front.page.js';
import { OwnListsPage } from './own-lists.page.js';

/** The front page and the lists behind its numbers. */
@Module({ imports: [ConclusionsModule, ReportsModule, TasksModule], controllers: [FrontPageController, OwnListsPage] })
export class FrontModule {}
