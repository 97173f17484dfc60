import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { readCursor, toPage, type Page } from '../../platform/http/paging.js';
import { reopenTasks, settleTasks } from '../../tasks/raise-task.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { endAccessOfOwner, giveAccessToOwner } from './action-access.js';
import { Action, type ActionState } from './action.entity.js';
import { refuseDueInPast, requireActiveOwner } from './agree-action.js';
import { listActions, type ActionLine } from './list-actions.js';
import { moveTasks } from './move-actions.js';
import { requireMayWorkOn, visibleAction } from './visible-action.js';

export interface ActionQuery {
  readonly ownerId?: string | undefined;
  readonly youthId?: string | undefined;
  readonly state?: ActionState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What becomes of an agreed action. Every verb answers with the action as it stands. */
@Injectable()
export class ActionsService {
  /** A page of the actions that the actor may see, by due date; the youths on it are logged as read. */
  async list(tx: Tx, query: ActionQuery): Promise<Page<ActionLine>> {
    const rows = await listActions(tx, { ...query, after: readCursor(query.cursor, 2) });
    const page = toPage(rows, query.limit, (row) => [row.dueOn, row.id]);
    const youthIds = [...new Set(page.items.flatMap((row) => (row.youth ? [row.youth.id] : [])))];
    if (youthIds.length > 0) tx.audit('actions.listed', { type: 'action', id: null, youthIds, ground: 'own_access' });
    return page;
  }

  /** Done; a second time changes nothing. @throws DomainError not_found, forbidden `not_your_action`, conflict `invalid_transition` */
  async complete(tx: Tx, id: string): Promise<ActionLine> {
    const action = await this.lock(tx, id);
    if (!action.complete(staffIdOf(tx.actor), tx.now)) return this.line(tx, id);
    return this.closed(tx, action, 'action.completed');
  }

  /** Given up with a reason. @throws as `complete` */
  async drop(tx: Tx, id: string, reason: string): Promise<ActionLine> {
    const action = await this.lock(tx, id);
    action.drop(staffIdOf(tx.actor), tx.now, reason);
    return this.closed(tx, action, 'action.dropped');
  }

  /** Takes `complete` or `drop` back; what was asked about it then is asked again. @throws as `complete` */
  async reopen(tx: Tx, id: string): Promise<ActionLine> {
    const action = await this.lock(tx, id);
    const { closedAt } = action;
    action.reopen();
    await tx.save(action);
    if (closedAt !== null) await reopenTasks(tx, [id], closedAt);
    await giveAccessToOwner(tx, action);
    await this.audit(tx, 'action.reopened', action);
    return this.line(tx, id);
  }

  /** Another date, or another owner. Only another date answers what is asked about an overdue one. @throws as `complete`; rule `due_in_past`, `owner_unknown` */
  async change(tx: Tx, id: string, to: { dueOn?: CalendarDate | undefined; ownerId?: string | undefined }): Promise<ActionLine> {
    const action = await this.lock(tx, id);
    const { ownerId: formerOwner, dueOn: formerDate } = action;
    if (to.dueOn !== undefined && to.dueOn !== action.dueOn) refuseDueInPast(to.dueOn, tx.today);
    if (to.ownerId !== undefined) await requireActiveOwner(tx, to.ownerId);
    action.change(to);
    await tx.save(action);
    if (action.dueOn !== formerDate) await settleTasks(tx, 'action_overdue', id);
    await this.audit(tx, 'action.changed', action);
    const line = await this.line(tx, id);
    if (action.ownerId !== formerOwner) await this.passOn(tx, action, formerOwner);
    return line;
  }

  private async lock(tx: Tx, id: string): Promise<Action> {
    const action = await tx.lock(Action, id, visibleAction(tx));
    await requireMayWorkOn(tx, action);
    return action;
  }

  /** The answer is read before closing may end the owner's access. */
  private async closed(tx: Tx, action: Action, verb: 'action.completed' | 'action.dropped'): Promise<ActionLine> {
    await tx.save(action);
    await settleTasks(tx, 'action_overdue', action.id);
    await this.audit(tx, verb, action);
    const line = await this.line(tx, action.id);
    await endAccessOfOwner(tx, action, action.ownerId);
    return line;
  }

  private async passOn(tx: Tx, action: Action, formerOwner: string): Promise<void> {
    await moveTasks(tx, action.ownerId, [action.id]);
    await giveAccessToOwner(tx, action);
    await endAccessOfOwner(tx, action, formerOwner);
  }

  private async audit(tx: Tx, verb: `action.${string}`, action: Action): Promise<void> {
    const ground = action.youthId === null ? null : ((await accessTo(tx, action.youthId))?.ground ?? null);
    tx.audit(verb, { type: 'action', id: action.id, youthIds: action.youthId === null ? [] : [action.youthId], ground });
  }

  private async line(tx: Tx, id: string): Promise<ActionLine> {
    const [line] = await listActions(tx, { id, after: null, limit: 1 });
    if (!line) throw notFound();
    return line;
  }
}
