import { Module } from '@nestjs/common';
import { PdfModule } from '../../platform/pdf/pdf.module.js';
import { PlansModule } from '../../plans/plans.module.js';
import { YouthsModule } from '../../youths/youths.module.js';
import { PlanFilePage } from './plan-file.page.js';
import { YouthPageService } from './youth-page.service.js';
import { YouthPage } from './youth.page.js';

/** The page of one youth. */
@Module({ imports: [PdfModule, PlansModule, YouthsModule], controllers: [PlanFilePage, YouthPage], providers: [YouthPageService] })
export class YouthPageModule {}
