import { Module } from '@nestjs/common';
import { HealthController } from './operations/health.controller.js';

@Module({ controllers: [HealthController] })
export class ReportsModule {}
