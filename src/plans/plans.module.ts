import { Module } from '@nestjs/common';
import { PdfModule } from '../platform/pdf/pdf.module.js';
import { PlanVersionsController } from './plan-versions.controller.js';
import { PlanVersionsService } from './plan-versions.service.js';
import { PlansController } from './plans.controller.js';
import { PlansService } from './plans.service.js';

@Module({
  imports: [PdfModule],
  controllers: [PlansController, PlanVersionsController],
  providers: [PlansService, PlanVersionsService],
  exports: [PlansService, PlanVersionsService],
})
export class PlansModule {}
