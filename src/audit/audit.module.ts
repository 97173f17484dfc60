import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';

/** The reading side of the trail; the writing side is in the platform, where every transaction is. */
@Module({ controllers: [AuditController] })
export class AuditModule {}
