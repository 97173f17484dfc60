import { responsibleOn } from '../../deadlines/reminders/responsible.sql.js';
import { sameUnit } from '../../departments/units/same-unit.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';

/** What waits for one person. Each number is the length of the list behind it. */
export interface OwnWork {
  readonly tasks: number;
  /** Reminders not seen yet, one per deadline that is still the person's own. */
  readonly reminders: number;
  /** Referrals begun or sent back. */
  readonly drafts: number;
  readonly actions: number;
  readonly actionsOverdue: number;
}

/** Counts the actor's open tasks, unseen reminders and open actions. */
export async function countOwnWork(tx: Tx): Promise<OwnWork> {
  const [row] = await tx.query<OwnWork>(
    `SELECT (SELECT count(*)::int FROM task t WHERE t.done_at IS NULL AND (t.assignee_id = $1 OR (t.assignee_id IS NULL AND t.assignee_role = ANY($2)
         AND (t.department_id IS NULL OR t.department_id IN (${sameUnit('$3')}))))) AS tasks,
       (SELECT count(*)::int FROM (
         SELECT DISTINCT ON (d.id) r.seen_at FROM reminder r JOIN deadline d ON d.id = r.deadline_id JOIN youth y ON y.id = d.youth_id
         WHERE r.recipient_id = $1 AND d.state = 'open' AND r.recipient_id = ANY (${responsibleOn('$4')})
         ORDER BY d.id, r.created_at DESC, array_position(ARRAY['overdue', 'days_7', 'days_30', 'days_90']::varchar[], r.step)) latest
         WHERE seen_at IS NULL) AS reminders,
       (SELECT count(*)::int FROM referral r WHERE r.author_id = $1 AND r.state IN ('draft', 'returned')) AS drafts,
       (SELECT count(*)::int FROM action a WHERE a.owner_id = $1 AND a.state = 'open') AS actions,
       (SELECT count(*)::int FROM action a WHERE a.owner_id = $1 AND a.state = 'open' AND a.due_on < $4) AS "actionsOverdue"`,
    [staffIdOf(tx.actor), tx.actor.roles, tx.actor.departmentId, tx.today],
    'front-own-work',
  );
  if (row === undefined) throw new Error('own work gave no row');
  return row;
}
