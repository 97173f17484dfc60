import type { Tx } from '../../platform/database/tx.js';
import { raiseTask, settleTasks } from '../../tasks/raise-task.js';
import { SILENT_AFTER } from '../channel/way-states.sql.js';

const FAILING = `
  SELECT id, coalesce(succeeded_at, created_at) AS since FROM calendar_target
  WHERE removing_at IS NULL AND problem IS NOT NULL AND coalesce(succeeded_at, created_at) < $1::timestamptz - interval '${SILENT_AFTER}'`;
const MENDED = `
  SELECT DISTINCT task.subject_id AS id FROM task WHERE task.kind = 'shared_calendar_failing' AND task.done_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM calendar_target target WHERE target.id = task.subject_id AND target.removing_at IS NULL AND target.problem IS NOT NULL)`;

/** A shared calendar that has not worked for three days is the administrator's: asked for once, until it has worked again or is taken away. */
export async function askForFailingTargets(tx: Tx): Promise<void> {
  for (const { id } of await tx.query<{ id: string }>(MENDED, [], 'caldav-mended')) await settleTasks(tx, 'shared_calendar_failing', id);
  for (const { id, since } of await tx.query<{ id: string; since: Date }>(FAILING, [tx.now], 'caldav-failing')) {
    await raiseTask(tx, {
      kind: 'shared_calendar_failing', assigneeRole: 'admin', subjectType: 'calendar_target', subjectId: id,
      dedupKey: `shared_calendar_failing:${id}:${since.toISOString()}`, dueOn: tx.today,
    });
  }
}
