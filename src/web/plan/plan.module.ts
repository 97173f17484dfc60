import { Module } from '@nestjs/common';
import { ConclusionsModule } from '../../conclusions/conclusions.module.js';
import { PdfModule } from '../../platform/pdf/pdf.module.js';
import { PlansModule } from '../../plans/plans.module.js';
import { PlanActionPages } from './plan-actions.page.js';
import { PlanEditionsPages } from './plan-editions.page.js';
import { PlanFilesPage } from './plan-files.page.js';
import { PlanGoalPages } from './plan-goals.page.js';
import { PlanScreen } from './plan-screen.js';
import { PlanPages } from './plan.page.js';

/** The one plan of a youth, its editions and its files. */
@Module({
  imports: [ConclusionsModule, PdfModule, PlansModule],
  controllers: [PlanActionPages, PlanEditionsPages, PlanFilesPage, PlanGoalPages, PlanPages],
  providers: [PlanScreen],
})
export class PlanPagesModule {}
