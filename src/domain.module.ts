import { Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.js';
import { DepartmentsModule } from './departments/departments.module.js';
import { TasksModule } from './tasks/tasks.module.js';

/** All features, in the order of their arrows; used by the web process and by the worker. */
const FEATURES = [AuthModule, DepartmentsModule, TasksModule];

@Module({ imports: FEATURES, exports: FEATURES })
export class DomainModule {}
