import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { raiseTask } from '../../tasks/raise-task.js';
import { legalDeadlineOverdue } from './reminder-events.js';
import { reminderStep, type ReminderStep } from './reminder-steps.js';
import { responsibleOn } from './responsible.sql.js';

interface Due {
  readonly id: string;
  readonly youthId: string;
  readonly departmentId: string;
  readonly dueOn: CalendarDate;
  readonly lateAfter: CalendarDate;
  /** Who is responsible for the youth's deadlines. */
  readonly recipientIds: readonly string[];
  /** Rises with each change of state: what was met or waived and is open again is another matter for the team leaders. */
  readonly revision: number;
  readonly escalated: boolean;
  /** By law, not by the municipality's own custom. */
  readonly legal: boolean;
}

interface ReminderRow {
  readonly deadlineId: string;
  readonly step: ReminderStep;
  readonly recipientId: string;
}

const FURTHEST_DAYS = 90;

const DUE = `
  SELECT d.id, d.youth_id AS "youthId", y.department_id AS "departmentId", d.due_on::text AS "dueOn", d.late_after::text AS "lateAfter",
    ${responsibleOn('$2')} AS "recipientIds",
    d.revision, EXISTS (SELECT 1 FROM task t WHERE t.dedup_key = 'deadline_overdue:' || d.id || ':' || d.revision) AS escalated,
    v.kind = 'law' AS legal
  FROM deadline d JOIN youth y ON y.id = d.youth_id JOIN deadline_rule v ON v.id = d.rule_id
  WHERE d.youth_id = ANY ($1::uuid[]) AND d.state = 'open' AND d.mode = 'drives' AND d.due_on <= $3`;

const REMIND = `
  INSERT INTO reminder (id, deadline_id, step, recipient_id, created_at)
  SELECT n.id, n.deadline_id, n.step, n.recipient_id, $5
  FROM unnest($1::uuid[], $2::uuid[], $3::varchar[], $4::uuid[]) AS n (id, deadline_id, step, recipient_id)
  WHERE NOT EXISTS (SELECT 1 FROM reminder r WHERE r.deadline_id = n.deadline_id AND r.step = n.step AND r.recipient_id = n.recipient_id)
  ON CONFLICT DO NOTHING RETURNING deadline_id AS "deadlineId", step, recipient_id AS "recipientId"`;

/**
 * Reminds of the driving deadlines of these youths, 90, 30 and 7 days ahead and when late, each person once of a step: the
 * coordinating caseworker, or the unit's team leaders where there is none. Whoever comes to a youth later is reminded of the
 * step that a deadline is at then. What is late also becomes a task of the team leaders, and again when it was met or waived
 * by mistake.
 * What is overdue by law is told at once. Returns how many reminders were new.
 */
export async function remind(tx: Tx, youthIds: readonly string[], asOf: CalendarDate): Promise<number> {
  const due = await tx.query<Due>(DUE, [youthIds, asOf, addDays(asOf, FURTHEST_DAYS)], 'reminders-due');
  const late = due.filter((deadline) => asOf > deadline.lateAfter && !deadline.escalated);
  for (const deadline of late) await escalate(tx, deadline);
  const rows = due.flatMap((deadline) => rowsOf(deadline, reminderStep(deadline, asOf)));
  if (rows.length === 0) return 0;
  const written = await tx.query<ReminderRow>(REMIND, [
    rows.map(() => newId()), rows.map((row) => row.deadlineId), rows.map((row) => row.step), rows.map((row) => row.recipientId), tx.now,
  ]);
  const legal = new Set(due.filter((deadline) => deadline.legal).map(({ id }) => id));
  const toTell = written.filter(({ step, deadlineId }) => step === 'overdue' && legal.has(deadlineId)).map(({ recipientId }) => recipientId);
  for (const staffId of new Set(toTell)) tx.enqueue(legalDeadlineOverdue, { staffId });
  return written.length;
}

function rowsOf({ id, recipientIds }: Due, step: ReminderStep | null): ReminderRow[] {
  return step === null ? [] : recipientIds.map((recipientId) => ({ deadlineId: id, step, recipientId }));
}

async function escalate(tx: Tx, { id, youthId, departmentId, dueOn, revision }: Due): Promise<void> {
  await raiseTask(tx, {
    kind: 'deadline_overdue', assigneeRole: 'team_leader', departmentId, youthId, subjectType: 'deadline', subjectId: id,
    dedupKey: `deadline_overdue:${id}:${revision}`, dueOn,
  });
}
