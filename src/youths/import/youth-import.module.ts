import { Module } from '@nestjs/common';
import { CprModule } from '../cpr/cpr.module.js';
import { YouthImportController } from './youth-import.controller.js';
import { YouthImportPartsHandler } from './youth-import-parts.handler.js';
import { YouthImportService } from './youth-import.service.js';

@Module({
  imports: [CprModule],
  controllers: [YouthImportController],
  providers: [YouthImportService, YouthImportPartsHandler],
  exports: [YouthImportService],
})
export class YouthImportModule {}
