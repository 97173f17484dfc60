import type { Tx } from '../../platform/database/tx.js';
import { raiseTask } from '../../tasks/raise-task.js';

const LEAVERS = `
  SELECT s.id, s.department_id AS "departmentId" FROM staff_member s
  WHERE s.deactivated_at IS NOT NULL AND EXISTS (SELECT 1 FROM coordination c WHERE c.staff_id = s.id AND c.until_at IS NULL)`;

/** Asks the team leader, once, to find receivers for the youths of everyone who has left and still coordinates. */
export async function tellAboutLeavers(tx: Tx): Promise<number> {
  const leavers = await tx.query<{ id: string; departmentId: string }>(LEAVERS, [], 'coordinating-leavers');
  let told = 0;
  for (const { id, departmentId } of leavers) {
    const isNew = await raiseTask(tx, {
      kind: 'staff_left', assigneeRole: 'team_leader', departmentId, subjectType: 'staff_member', subjectId: id, dedupKey: `staff_left:${id}`,
    });
    told += isNew ? 1 : 0;
  }
  return told;
}
