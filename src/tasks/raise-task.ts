import type { CalendarDate } from '../platform/clock/calendar-date.js';
import type { Role } from '../platform/database/actor.js';
import { newId } from '../platform/database/ids.js';
import type { Tx } from '../platform/database/tx.js';
import { TASK_KINDS, type TaskKind } from './task-kinds.data.js';

export interface NewTask {
  readonly kind: TaskKind;
  /** A person, or a role (within a unit when one is named). */
  readonly assigneeId?: string | null;
  readonly assigneeRole?: Role | null;
  readonly departmentId?: string | null;
  readonly youthId?: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly dedupKey: string;
  readonly dueOn?: CalendarDate | null;
}

const INSERT = `
  INSERT INTO task (id, kind, assignee_id, assignee_role, department_id, youth_id, subject_type, subject_id, dedup_key, due_on, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Asks for something once: a second task with the same key is left out, also after the first is done. Returns true when it is new. */
export async function raiseTask(tx: Tx, task: NewTask): Promise<boolean> {
  return (await tx.execute(`${INSERT} ON CONFLICT (dedup_key) DO NOTHING`, valuesOf(tx, task))) === 1;
}

/**
 * Asks for what is still not done: a task with the same key is asked of whom it concerns now, and is opened again when nobody but
 * the system closes its kind. What a person may tick off stays ticked: the row looks the same whoever closed it, so the kind decides.
 */
export async function keepAsking(tx: Tx, task: NewTask): Promise<void> {
  await tx.execute(
    `${INSERT} ON CONFLICT (dedup_key) DO UPDATE SET assignee_id = excluded.assignee_id, assignee_role = excluded.assignee_role,
       department_id = excluded.department_id, done_at = NULL, done_by = NULL
     WHERE task.done_at IS NULL OR $12`,
    [...valuesOf(tx, task), TASK_KINDS[task.kind].tickedBy === 'system'],
  );
}

/** Opens tasks about some subjects again that were closed at a moment, because what closed them has been undone. */
export async function reopenTasks(tx: Tx, subjectIds: readonly string[], closedAt: Date): Promise<void> {
  await tx.execute('UPDATE task SET done_at = NULL, done_by = NULL WHERE subject_id = ANY($1::uuid[]) AND done_at = $2', [subjectIds, closedAt]);
}

/** Closes the open tasks about a subject: what they asked for has been done. */
export async function settleTasks(tx: Tx, kind: TaskKind, subjectId: string): Promise<void> {
  await tx.execute('UPDATE task SET done_at = $3, done_by = $4 WHERE kind = $1 AND subject_id = $2 AND done_at IS NULL', [kind, subjectId, tx.now, tx.actor.staffId]);
}

function valuesOf(tx: Tx, task: NewTask): unknown[] {
  return [
    newId(), task.kind, task.assigneeId ?? null, task.assigneeRole ?? null, task.departmentId ?? null, task.youthId ?? null,
    task.subjectType, task.subjectId, task.dedupKey, task.dueOn ?? null, tx.now,
  ];
}
