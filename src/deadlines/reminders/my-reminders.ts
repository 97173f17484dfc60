import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { isId } from '../../platform/database/ids.js';
import { readCursor, toPage, type Page } from '../../platform/http/paging.js';
import { accessVariant, visibleYouthSql } from '../../youths/access/visible-youths.js';
import type { ReminderStep } from './reminder-steps.js';
import { responsibleOn } from './responsible.sql.js';

/** What a reminder says on the overview. A youth whose case the reader may not see is left unnamed. */
export interface ReminderLine {
  readonly id: string;
  readonly step: ReminderStep;
  readonly text: string;
  readonly deadlineId: string;
  readonly rule: string;
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly youth: { readonly id: string; readonly name: string } | null;
  readonly seen: boolean;
  readonly createdAt: Date;
}

const STEP_TEXTS: Readonly<Record<ReminderStep, string>> = {
  days_90: 'Fristen falder inden for 90 dage',
  days_30: 'Fristen falder inden for 30 dage',
  days_7: 'Fristen falder inden for 7 dage',
  overdue: 'Fristen er overskredet',
};

/** The latest reminder of each deadline that is still open and still mine, by due date. */
export async function readMyReminders(tx: Tx, cursor: string | undefined, limit: number): Promise<Page<ReminderLine>> {
  const after = readCursor(cursor, 2);
  const params: unknown[] = [staffIdOf(tx.actor), after?.[0] ?? null, after?.[1] ?? null, limit + 1, tx.today];
  const visible = visibleYouthSql(tx, 'y.id', params);
  const rows = await tx.query<Omit<ReminderLine, 'text'>>(mine(visible), params, `reminders-mine-${accessVariant(tx)}`);
  const page = toPage(rows, limit, ({ dueOn, id }) => [dueOn, id]);
  const youthIds = [...new Set(page.items.flatMap(({ youth }) => youth?.id ?? []))];
  tx.audit('reminders.read', { type: 'reminder', id: null, youthIds, ground: 'own_access' });
  return { items: page.items.map((row) => ({ ...row, text: STEP_TEXTS[row.step] })), nextCursor: page.nextCursor };
}

/**
 * Notes that I have seen a reminder of mine; twice is once.
 * @throws DomainError not_found
 */
export async function acknowledge(tx: Tx, id: string): Promise<void> {
  const sql = 'UPDATE reminder SET seen_at = coalesce(seen_at, $3) WHERE id = $1 AND recipient_id = $2';
  if (!isId(id) || (await tx.execute(sql, [id, staffIdOf(tx.actor), tx.now])) === 0) throw notFound();
  tx.audit('reminder.seen', { type: 'reminder', id });
}

function mine(visible: string): string {
  return `
    SELECT * FROM (
      SELECT DISTINCT ON (d.id) r.id, r.step, d.id AS "deadlineId", d.rule_code AS rule, v.title, d.due_on::text AS "dueOn",
        CASE WHEN ${visible} THEN json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name) END AS youth,
        r.seen_at IS NOT NULL AS seen, r.created_at AS "createdAt"
      FROM reminder r JOIN deadline d ON d.id = r.deadline_id JOIN deadline_rule v ON v.id = d.rule_id JOIN youth y ON y.id = d.youth_id
      WHERE r.recipient_id = $1 AND d.state = 'open' AND r.recipient_id = ANY (${responsibleOn('$5')})
      ORDER BY d.id, r.created_at DESC, array_position(ARRAY['overdue', 'days_7', 'days_30', 'days_90']::varchar[], r.step)) AS latest
    WHERE $2::text IS NULL OR ("dueOn", id) > ($2, $3::uuid)
    ORDER BY "dueOn", id LIMIT $4`;
}
