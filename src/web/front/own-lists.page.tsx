import { Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { ActionsService } from '../../conclusions/actions/actions.service.js';
import { readActions, workOnActions } from '../../conclusions/conclusions.policies.js';
import { readReminders } from '../../deadlines/deadlines.policies.js';
import { acknowledge, readMyReminders } from '../../deadlines/reminders/my-reminders.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { youthsOfTasks } from '../../reports/front-page/youths-of-tasks.js';
import { TasksService } from '../../tasks/tasks.service.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { OwnList } from './own-list.js';
import { actionsView, type OwnListView, remindersView, tasksView } from './own-lists.view.js';

const ownTasks = definePolicy('pages.own-tasks', 'signed_in');
/** So many lines at once; the first are the most urgent. */
const MOST_SHOWN = 200;

export class OwnListQuery {
  /** What has just been ticked off, so that it can be taken back. */
  @IsOptional() @IsUUID()
  gjort?: string;
}

/** The lists behind the numbers of the front page, each with its one action. */
@Controller()
@UseGuards(FormGuard)
export class OwnListsPage {
  constructor(
    private readonly pages: Pages,
    private readonly tasks: TasksService,
    private readonly actions: ActionsService,
  ) {}

  @Get('opgaver')
  @Policy(ownTasks)
  showTasks(@Query() { gjort }: OwnListQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.ownTasks(tx, gjort));
  }

  @Post('opgaver/:id')
  @Policy(ownTasks)
  completeTask(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => this.tasks.complete(tx, id).then(() => `/opgaver?gjort=${id}`), (tx, refusal) => this.ownTasks(tx, undefined, refusal));
  }

  @Post('opgaver/:id/fortryd')
  @Policy(ownTasks)
  reopenTask(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => this.tasks.reopen(tx, id).then(() => '/opgaver'), (tx, refusal) => this.ownTasks(tx, undefined, refusal));
  }

  @Get('aftaler')
  @Policy(readActions)
  showActions(@Query() { gjort }: OwnListQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.ownActions(tx, gjort));
  }

  @Post('aftaler/:id')
  @Policy(workOnActions)
  completeAction(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => this.actions.complete(tx, id).then(() => `/aftaler?gjort=${id}`), (tx, refusal) => this.ownActions(tx, undefined, refusal));
  }

  @Post('aftaler/:id/fortryd')
  @Policy(workOnActions)
  reopenAction(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => this.actions.reopen(tx, id).then(() => '/aftaler'), (tx, refusal) => this.ownActions(tx, undefined, refusal));
  }

  @Get('paamindelser')
  @Policy(readReminders)
  showReminders(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => ownReminders(tx));
  }

  @Post('paamindelser/:id')
  @Policy(readReminders)
  acknowledgeReminder(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => acknowledge(tx, id).then(() => '/paamindelser'), ownReminders);
  }

  private async ownTasks(tx: Tx, done?: string, refusal: Refusal | null = null): Promise<Page> {
    const tasks = await this.tasks.open(tx);
    return listPage(tasksView(tasks, await youthsOfTasks(tx, tasks), tx.today), undoOf('/opgaver', done), refusal);
  }

  private async ownActions(tx: Tx, done?: string, refusal: Refusal | null = null): Promise<Page> {
    const { items } = await this.actions.list(tx, { ownerId: staffIdOf(tx.actor), state: 'open', limit: MOST_SHOWN });
    return listPage(actionsView(items, tx.today), undoOf('/aftaler', done), refusal);
  }
}

async function ownReminders(tx: Tx, refusal: Refusal | null = null): Promise<Page> {
  return listPage(remindersView((await readMyReminders(tx, undefined, MOST_SHOWN)).items, tx.today), null, refusal);
}

function undoOf(list: string, done: string | undefined): string | null {
  return done === undefined ? null : `${list}/${done}/fortryd`;
}

function listPage(view: OwnListView, undo: string | null, refusal: Refusal | null): Page {
  return { title: view.heading, current: '/', content: <OwnList view={view} undo={undo} refusal={refusal} /> };
}
