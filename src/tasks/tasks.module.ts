import { Module } from '@nestjs/common';
import { InstallationAlarmHandler } from './installation-alarm.handler.js';
import { StaffLeftHandler } from './staff-left.handler.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';

@Module({ controllers: [TasksController], providers: [InstallationAlarmHandler, StaffLeftHandler, TasksService], exports: [TasksService] })
export class TasksModule {}
