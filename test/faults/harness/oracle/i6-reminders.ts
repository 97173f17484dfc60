import type { Stage } from '../stage.js';
import { type Findings, problems, together } from './findings.js';

/** By what people are told, not by the row: a deadline that was written anew reminds nobody a second time. */
const TWICE = `
  SELECT r.step, count(*)::int AS n FROM reminder r JOIN deadline d ON d.id = r.deadline_id
  GROUP BY d.youth_id, d.rule_code, d.due_on, r.step, r.recipient_id HAVING count(*) > 1`;

/** The step that a deadline is at on the day by the wall on which the reminder was written, counted here anew. */
const WRONG_DAY = `
  SELECT format('%s on %s for %s', r.step, written.day, d.due_on) AS what
  FROM reminder r JOIN deadline d ON d.id = r.deadline_id CROSS JOIN LATERAL (SELECT (r.created_at AT TIME ZONE 'Europe/Copenhagen')::date AS day) written
  WHERE r.id <> ALL ($1) AND r.step <> CASE WHEN written.day > d.late_after THEN 'overdue' WHEN d.due_on - written.day <= 7 THEN 'days_7'
    WHEN d.due_on - written.day <= 30 THEN 'days_30' WHEN d.due_on - written.day <= 90 THEN 'days_90' ELSE 'none' END`;

const OWED = `
  json_to_recordset($1) AS owed ("deadlineId" uuid, step text, "recipientId" uuid) LEFT JOIN reminder r
    ON r.deadline_id = owed."deadlineId" AND r.step = owed.step AND r.recipient_id = owed."recipientId"`;

/**
 * I6: whoever is owed a reminder has it, once, on its day and in time.
 * @param asked when the oracle was asked, by the database's clock: the worst was over then
 */
export async function remindersWritten(stage: Stage, asked: Date): Promise<Findings> {
  const twice = await stage.query<{ step: string; n: number }>(TWICE);
  const astray = await stage.query<{ what: string }>(WRONG_DAY, [stage.world.reminded]);
  const missing = stage.owesReminders ? await owedAndMissing(stage) : 0;
  const late = stage.owesReminders ? await outOfTime(stage, asked) : [];
  return together([
    problems(twice.map(({ step, n }) => `I6 a reminder ${step} was written ${n} times`), 'duplicated'),
    problems(astray.map(({ what }) => `I6 a reminder was written on a wrong day: ${what}`)),
    problems(Array.from({ length: missing }, () => 'I6 a reminder is owed and missing'), 'lost'),
    problems(late.map((seconds) => `I6 a reminder came ${Math.round(seconds)} s after the worst was over, or before the run began`)),
  ]);
}

/** How many of the reminders that the first sweep owes are not written. */
export async function owedAndMissing(stage: Stage): Promise<number> {
  return stage.count(`SELECT count(*) FROM ${OWED} WHERE r.id IS NULL`, [JSON.stringify(stage.world.reminders)]);
}

/** Of those that are written: not before anybody was there to write them, and not later than promised after a fault. */
async function outOfTime(stage: Stage, asked: Date): Promise<number[]> {
  const rows = await stage.query<{ seconds: number }>(
    `SELECT extract(epoch FROM r.created_at - $2::timestamptz)::float8 AS seconds FROM ${OWED} WHERE r.id <> ALL ($5) AND r.created_at NOT BETWEEN $3 AND $2::timestamptz + make_interval(secs => $4)`,
    [JSON.stringify(stage.world.reminders), asked, stage.begunAt, stage.bars.reminderMs / 1_000, stage.world.reminded],
  );
  return rows.map(({ seconds }) => seconds);
}
