import type { Tx } from '../../platform/database/tx.js';
import type { TaskLine } from '../../tasks/tasks.service.js';
import { accessVariant, visibleYouthSql } from '../../youths/access/visible-youths.js';

export interface TaskYouth {
  readonly taskId: string;
  readonly id: string;
  readonly name: string;
}

/** Whom tasks are about, by the task's id: a task holds no name, and says one only to who may see the youth. The reading is logged. */
export async function youthsOfTasks(tx: Tx, tasks: readonly TaskLine[]): Promise<ReadonlyMap<string, TaskYouth>> {
  if (tasks.length === 0) return new Map();
  const params: unknown[] = [tasks.map(({ id }) => id)];
  const visible = visibleYouthSql(tx, 'y.id', params);
  const rows = await tx.query<TaskYouth>(
    `SELECT t.id AS "taskId", y.id, y.first_name || ' ' || y.last_name AS name FROM task t JOIN youth y ON y.id = t.youth_id
     WHERE t.id = ANY ($1::uuid[]) AND ${visible}`,
    params, `youths-of-tasks-${accessVariant(tx)}`,
  );
  const youthIds = [...new Set(rows.map(({ id }) => id))];
  if (youthIds.length > 0) tx.audit('tasks.listed', { type: 'task', id: null, youthIds, ground: 'own_access' });
  return new Map(rows.map((row) => [row.taskId, row]));
}
