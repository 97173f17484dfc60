import { Module } from '@nestjs/common';
import { AbsencesController } from './absences/absences.controller.js';
import { AbsencesService } from './absences/absences.service.js';
import { ClosedDaysModule } from './closed-days/closed-days.module.js';
import { StaffController } from './staff/staff.controller.js';
import { DepartmentKindsLoader } from './units/department-kinds.loader.js';
import { DepartmentsController } from './units/departments.controller.js';

@Module({
  imports: [ClosedDaysModule],
  controllers: [AbsencesController, DepartmentsController, StaffController],
  providers: [AbsencesService, DepartmentKindsLoader],
  exports: [AbsencesService],
})
export class DepartmentsModule {}
