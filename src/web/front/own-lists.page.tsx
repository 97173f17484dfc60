import { Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentSession } from '../../auth/current-actor.js';
import { definePolicy, Policy } from '../../auth/policy.js';
import type { Session } from '../../auth/session-store.js';
import { ActionsService } from '../../conclusions/actions/actions.service.js';
import { readActions, workOnActions } from '../../conclusions/conclusions.policies.js';
import { readReminders } from '../../deadlines/deadlines.policies.js';
import { acknowledge, readMyReminders } from '../../deadlines/reminders/my-reminders.js';
import { Config } from '../../platform/config/config.js';
import { type Actor, staffIdOf } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { TasksService } from '../../tasks/tasks.service.js';
import { Document } from '../layout/document.js';
import { FormGuard } from '../layout/form-guard.js';
import { seeOther, sendPage } from '../layout/send-page.js';
import { OwnList } from './own-list.js';
import { actionsView, type OwnListView, remindersView, tasksView } from './own-lists.view.js';

const ownTasks = definePolicy('pages.own-tasks', 'signed_in');
/** So many lines at once; the first are the most urgent. */
const MOST_SHOWN = 200;

/** The lists behind the numbers of the front page, each with its one action. */
@Controller()
@UseGuards(FormGuard)
export class OwnListsPage {
  constructor(
    private readonly db: Database,
    private readonly tasks: TasksService,
    private readonly actions: ActionsService,
    private readonly config: Config,
  ) {}

  @Get('opgaver')
  @Policy(ownTasks)
  async showTasks(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Res() reply: FastifyReply): Promise<void> {
    this.render(reply, actor, session, await this.db.transaction(actor, async (tx) => tasksView(await this.tasks.open(tx), tx.today)));
  }

  @Post('opgaver/:id')
  @Policy(ownTasks)
  async completeTask(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.db.transaction(actor, (tx) => this.tasks.complete(tx, id));
    seeOther(reply, '/opgaver');
  }

  @Get('aftaler')
  @Policy(readActions)
  async showActions(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.db.transaction(actor, async (tx) => {
      const { items } = await this.actions.list(tx, { ownerId: staffIdOf(actor), state: 'open', limit: MOST_SHOWN });
      return actionsView(items, tx.today);
    });
    this.render(reply, actor, session, view);
  }

  @Post('aftaler/:id')
  @Policy(workOnActions)
  async completeAction(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.db.transaction(actor, (tx) => this.actions.complete(tx, id));
    seeOther(reply, '/aftaler');
  }

  @Get('paamindelser')
  @Policy(readReminders)
  async showReminders(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Res() reply: FastifyReply): Promise<void> {
    const view = await this.db.transaction(actor, async (tx) => remindersView((await readMyReminders(tx, undefined, MOST_SHOWN)).items, tx.today));
    this.render(reply, actor, session, view);
  }

  @Post('paamindelser/:id')
  @Policy(readReminders)
  async acknowledgeReminder(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.db.transaction(actor, (tx) => acknowledge(tx, id));
    seeOther(reply, '/paamindelser');
  }

  private render(reply: FastifyReply, actor: Actor, session: Session, view: OwnListView): void {
    sendPage(reply, (
      <Document title={view.heading} municipality={this.config.MUNICIPALITY} viewer={{ actor, csrf: session.csrfSecret }} current="/">
        <OwnList {...view} csrf={session.csrfSecret} />
      </Document>
    ));
  }
}
