import { Injectable } from '@nestjs/common';
import { sameUnit } from '../departments/units/same-unit.js';
import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Actor } from '../platform/database/actor.js';
import type { Scope } from '../platform/database/scope.js';
import type { Tx } from '../platform/database/tx.js';
import { Task } from './task.entity.js';
import { TASK_KINDS, type TaskKind } from './task-kinds.data.js';
import { assertMayTick, type Ending, endingOf } from './tick-off.js';

export interface TaskLine {
  readonly id: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly dueOn: CalendarDate | null;
  readonly createdAt: Date;
  readonly ending: Ending;
}

/** A task is mine when it names me, or a role of mine (in my unit when it names a unit). */
function minesFilter(alias: string, actor: Actor): { sql: string; parameters: Record<string, unknown> } {
  return {
    sql: `(${alias}.assignee_id = :staffId OR (${alias}.assignee_id IS NULL AND ${alias}.assignee_role IN (:...roles)
      AND (${alias}.department_id IS NULL OR ${alias}.department_id IN (${sameUnit(':departmentId')}))))`,
    parameters: { staffId: actor.staffId, roles: actor.roles.length > 0 ? actor.roles : ['none'], departmentId: actor.departmentId },
  };
}

@Injectable()
export class TasksService {
  /** My open tasks, the most urgent first. */
  async open(tx: Tx): Promise<TaskLine[]> {
    const rows = await tx.query<Omit<TaskLine, 'title' | 'ending'>>(
      `SELECT t.id, t.kind, t.subject_type AS "subjectType", t.subject_id AS "subjectId", t.due_on AS "dueOn", t.created_at AS "createdAt"
       FROM task t WHERE t.done_at IS NULL AND (t.assignee_id = $1 OR (t.assignee_id IS NULL AND t.assignee_role = ANY($2)
         AND (t.department_id IS NULL OR t.department_id IN (${sameUnit('$3')}))))
       ORDER BY t.due_on NULLS LAST, t.created_at LIMIT 200`,
      [tx.actor.staffId, tx.actor.roles, tx.actor.departmentId],
      'tasks-open',
    );
    return rows.map((row) => ({ ...row, title: TASK_KINDS[row.kind].title, ending: endingOf(row.kind, tx.actor) }));
  }

  /**
   * Ticks a task of mine off; ticking it twice changes nothing.
   * @throws DomainError not_found; rule `settled_by_system`; forbidden `not_your_role`
   */
  async complete(tx: Tx, id: string): Promise<void> {
    const mine: Scope = (alias) => minesFilter(alias, tx.actor);
    const task = await tx.lock(Task, id, mine);
    assertMayTick(task.kind, tx.actor);
    if (task.doneAt !== null) return;
    task.doneAt = tx.now;
    task.doneBy = tx.actor.staffId;
    await tx.save(task);
    this.audit(tx, 'task.completed', task);
  }

  /** Takes my own `complete` back. A task that is open, or that was closed because the thing is done, stays as it is. @throws DomainError as `complete` */
  async reopen(tx: Tx, id: string): Promise<void> {
    const mine: Scope = (alias) => minesFilter(alias, tx.actor);
    const task = await tx.lock(Task, id, mine);
    assertMayTick(task.kind, tx.actor);
    if (task.doneAt === null || task.doneBy !== tx.actor.staffId) return;
    task.doneAt = null;
    task.doneBy = null;
    await tx.save(task);
    this.audit(tx, 'task.reopened', task);
  }

  private audit(tx: Tx, action: 'task.completed' | 'task.reopened', { id, youthId }: Task): void {
    tx.audit(action, { type: 'task', id, youthIds: youthId === null ? [] : [youthId] });
  }
}
