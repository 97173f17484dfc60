import { mondayOf, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { weeklySummaryReady } from './weekly-summary-events.js';

/**
 * One row a person and week: the coordinating caseworkers, and the team leaders for youths of their unit who have none.
 * Counts only.
 */
const WRITE = `
  WITH coordinated AS (
    SELECT c.youth_id, c.staff_id FROM coordination c JOIN staff_member s ON s.id = c.staff_id
    WHERE c.until_at IS NULL AND s.deactivated_at IS NULL),
  addressee AS (
    SELECT youth_id, staff_id FROM coordinated
    UNION ALL
    SELECT y.id, s.id FROM youth y JOIN staff_member s ON s.department_id = y.department_id AND s.deactivated_at IS NULL
      JOIN staff_role r ON r.staff_id = s.id AND r.role = 'team_leader' AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1)
    WHERE NOT EXISTS (SELECT 1 FROM coordinated c WHERE c.youth_id = y.id))
  INSERT INTO weekly_summary (staff_id, week_starts_on, figures, created_at)
  SELECT a.staff_id, $2::date, json_build_object(
      'overdue', count(*) FILTER (WHERE d.late_after < $1),
      'dueWithin7', count(*) FILTER (WHERE d.late_after >= $1 AND d.due_on <= $1::date + 7),
      'dueWithin30', count(*) FILTER (WHERE d.due_on > $1::date + 7 AND d.due_on <= $1::date + 30),
      'dueWithin90', count(*) FILTER (WHERE d.due_on > $1::date + 30)), $3
  FROM addressee a
    JOIN deadline d ON d.youth_id = a.youth_id AND d.state = 'open' AND d.mode = 'drives' AND d.due_on <= $1::date + 90
  WHERE NOT EXISTS (SELECT 1 FROM weekly_summary w WHERE w.staff_id = a.staff_id AND w.week_starts_on = $2::date)
  GROUP BY a.staff_id
  ON CONFLICT DO NOTHING RETURNING staff_id AS "staffId"`;

/**
 * Writes this week's summary of everyone who has driving deadlines within 90 days, once a week: on Monday, or on the first
 * day after it that the program runs. With mail set up, asks for each to be sent. Returns how many were new.
 */
export async function writeWeeklySummaries(tx: Tx, asOf: CalendarDate, mail: boolean): Promise<number> {
  const weekStartsOn = mondayOf(asOf);
  const written = await tx.query<{ staffId: string }>(WRITE, [asOf, weekStartsOn, tx.now], 'weekly-summary-write');
  if (mail) for (const { staffId } of written) tx.enqueue(weeklySummaryReady, { staffId, weekStartsOn });
  return written.length;
}
