import type { Stage } from '../stage.js';
import { type Findings, problems, together } from './findings.js';

/** I6: whoever is owed a reminder has it, once. */
export async function remindersWritten(stage: Stage): Promise<Findings> {
  const twice = await stage.query<{ step: string; n: number }>(
    'SELECT step, count(*)::int AS n FROM reminder GROUP BY deadline_id, step, recipient_id HAVING count(*) > 1',
  );
  const missing = stage.owesReminders ? await owedAndMissing(stage) : 0;
  return together([
    problems(twice.map(({ step, n }) => `I6 a reminder ${step} was written ${n} times`), 'duplicated'),
    problems(Array.from({ length: missing }, () => 'I6 a reminder is owed and missing'), 'lost'),
  ]);
}

/** How many of the reminders that the first sweep owes are not written. */
export async function owedAndMissing(stage: Stage): Promise<number> {
  return stage.count(
    `SELECT count(*) FROM json_to_recordset($1) AS owed ("deadlineId" uuid, step text, "recipientId" uuid) WHERE NOT EXISTS (
       SELECT 1 FROM reminder r WHERE r.deadline_id = owed."deadlineId" AND r.step = owed.step AND r.recipient_id = owed."recipientId")`,
    [JSON.stringify(stage.world.reminders)],
  );
}
