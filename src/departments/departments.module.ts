import { Module } from '@nestjs/common';
import { AbsencesController } from './absences/absences.controller.js';
import { AbsencesService } from './absences/absences.service.js';
import { ClosedDaysModule } from './closed-days/closed-days.module.js';
import { StaffController } from './staff/staff.controller.js';
import { StaffImportController } from './staff-import/staff-import.controller.js';
import { StaffImportService } from './staff-import/staff-import.service.js';
import { DepartmentKindsLoader } from './units/department-kinds.loader.js';
import { DepartmentsController } from './units/departments.controller.js';

@Module({
  imports: [ClosedDaysModule],
  controllers: [AbsencesController, DepartmentsController, StaffController, StaffImportController],
  providers: [AbsencesService, DepartmentKindsLoader, StaffImportService],
  exports: [AbsencesService, StaffImportService],
})
export class DepartmentsModule {}
