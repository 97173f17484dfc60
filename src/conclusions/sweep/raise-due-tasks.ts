import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { startOfDay } from '../../platform/clock/zone.js';
import type { Tx } from '../../platform/database/tx.js';
import { keepAsking, raiseTask, type NewTask } from '../../tasks/raise-task.js';

interface Due {
  readonly id: string;
  readonly youthId: string | null;
  readonly dueOn: CalendarDate;
  /** Null when the person has left: then the unit's team leader is told. */
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

/** The owner `s` while they are here: else their team leader is asked. */
const ASKED = 'CASE WHEN s.deactivated_at IS NULL THEN s.id END';

/**
 * Open actions whose date has passed and about which the owner is not asked: no task yet, one that was closed though the action is
 * open, or one that is asked of somebody else. Locked, so that nobody closes the action meanwhile; a locked one waits for the next run.
 */
const OVERDUE_ACTIONS = `
  SELECT a.id, a.youth_id AS "youthId", a.due_on::text AS "dueOn", ${ASKED} AS "ownerId",
    s.department_id AS "departmentId"
  FROM action a JOIN staff_member s ON s.id = a.owner_id
  WHERE a.state = 'open' AND a.due_on < $1
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.dedup_key = 'action_overdue:' || a.id || ':' || a.due_on
      AND t.done_at IS NULL AND t.assignee_id IS NOT DISTINCT FROM ${ASKED})
  ORDER BY a.due_on, a.id FOR NO KEY UPDATE OF a SKIP LOCKED`;

/** As with actions, but a person ticks such a task off: then nothing more is asked about that date. */
const DUE_FOLLOW_UPS = `
  SELECT f.id, f.youth_id AS "youthId", f.check_on::text AS "dueOn", ${ASKED} AS "ownerId",
    s.department_id AS "departmentId"
  FROM follow_up f JOIN staff_member s ON s.id = f.owner_id
  WHERE f.state = 'open' AND f.check_on <= $1
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.dedup_key = 'follow_up_due:' || f.id || ':' || f.check_on
      AND (t.done_at IS NOT NULL OR t.assignee_id IS NOT DISTINCT FROM ${ASKED}))
  ORDER BY f.check_on, f.id FOR NO KEY UPDATE OF f SKIP LOCKED`;

/** Items that were over before today. The coordinating caseworker is asked; of an anonymous item the chair. */
const UNCONCLUDED = `
  SELECT b.id, b.youth_id AS "youthId", d.date::text AS "dueOn", d.department_id AS "departmentId", d.owner_id AS "ownerId"
  FROM booking b CROSS JOIN LATERAL (
    SELECT m.date, s.id AS owner_id, NULL::uuid AS department_id FROM meeting_day m
    LEFT JOIN coordination c ON c.youth_id = b.youth_id AND c.until_at IS NULL
    LEFT JOIN staff_member s ON s.id = coalesce(c.staff_id, m.chair_id) AND s.deactivated_at IS NULL
    WHERE m.id = b.meeting_day_id) d
  WHERE b.state IN ('booked', 'held') AND b.ends_at < $1
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.dedup_key = 'conclusion_missing:' || b.id || ':' || d.date)
  ORDER BY b.ends_at, b.id`;

/**
 * Asks for what is overdue as of a date: actions, follow-ups, items held and not concluded. A second run asks nothing more. An open
 * action or follow-up is asked about for as long as it stands, and of its owner also after it has changed hands.
 */
export async function raiseDueTasks(tx: Tx, asOf: CalendarDate): Promise<void> {
  for (const due of await tx.query<Due>(OVERDUE_ACTIONS, [asOf], 'overdue-actions')) await keepAsking(tx, taskAbout('action_overdue', 'action', due));
  for (const due of await tx.query<Due>(DUE_FOLLOW_UPS, [asOf], 'due-follow-ups')) await keepAsking(tx, taskAbout('follow_up_due', 'follow_up', due));
  for (const due of await tx.query<Due>(UNCONCLUDED, [startOfDay(asOf)], 'unconcluded-items')) await raiseTask(tx, taskAbout('conclusion_missing', 'booking', due));
}

function taskAbout(kind: NewTask['kind'], subjectType: string, { id, youthId, dueOn, ownerId, departmentId }: Due): NewTask {
  const role = departmentId === null ? 'meeting_secretary' : 'team_leader';
  const whom = ownerId === null ? { assigneeRole: role, departmentId } as const : { assigneeId: ownerId };
  return { kind, ...whom, youthId, subjectType, subjectId: id, dedupKey: `${kind}:${id}:${dueOn}`, dueOn };
}

/**
 * An open follow-up belongs to whoever coordinates the youth today, or to whom the youth is being handed over. What is asked about it
 * follows when the due tasks are raised.
 */
export async function followCoordinators(tx: Tx): Promise<void> {
  await tx.query(
    `UPDATE follow_up f SET owner_id = c.staff_id, revision = f.revision + 1, changed_at = $1
     FROM coordination c JOIN staff_member s ON s.id = c.staff_id
     WHERE c.youth_id = f.youth_id AND c.until_at IS NULL AND s.deactivated_at IS NULL AND f.state = 'open' AND f.owner_id <> c.staff_id
       AND NOT EXISTS (SELECT 1 FROM handover h WHERE h.youth_id = f.youth_id AND h.state = 'offered' AND h.to_staff_id = f.owner_id)`,
    [tx.now], 'follow-ups-follow-coordinators',
  );
}
