import { Module } from '@nestjs/common';
import { StaffLeftHandler } from './staff-left.handler.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';

@Module({ controllers: [TasksController], providers: [StaffLeftHandler, TasksService], exports: [TasksService] })
export class TasksModule {}
