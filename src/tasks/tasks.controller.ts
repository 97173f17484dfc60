import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor } from '../auth/current-actor.js';
import { definePolicy, Policy } from '../auth/policy.js';
import type { Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { TasksService, type TaskLine } from './tasks.service.js';

const ownTasks = definePolicy('tasks.own', 'signed_in');

@Controller('api/v1/tasks')
export class TasksController {
  constructor(
    private readonly db: Database,
    private readonly tasks: TasksService,
  ) {}

  @Get()
  @Policy(ownTasks)
  list(@CurrentActor() actor: Actor): Promise<{ items: TaskLine[] }> {
    return this.db.transaction(actor, async (tx) => ({ items: await this.tasks.open(tx) }));
  }

  @Post(':id/completion')
  @HttpCode(204)
  @Policy(ownTasks)
  complete(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => this.tasks.complete(tx, id));
  }
}
