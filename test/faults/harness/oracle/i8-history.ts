import type { Act } from '../history.js';
import type { Stage } from '../stage.js';
import { type Findings, problems, together } from './findings.js';

/** I8: what was answered as done is there, what was refused is not; where no answer came either may be, but whole. */
export async function historyHolds(stage: Stage): Promise<Findings> {
  const keys = [...new Set(stage.history.acts.map((act) => act.key))];
  const kept = await stage.query<{ key: string; id: string | null; there: boolean }>(
    `SELECT k.key, k.result_id AS id, EXISTS (SELECT 1 FROM booking b WHERE b.id::text = k.result_id) AS there FROM idempotency_key k WHERE k.key = ANY($1)`, [keys],
  );
  const known = new Map(kept.map((row) => [row.key, row]));
  const acts = stage.history.acts.filter((act) => act.what === '/bookings');
  const missing = acts.filter((act) => act.verdict === 'ok' && (known.get(act.key)?.there !== true || known.get(act.key)?.id !== act.id));
  const refused = acts.filter((act) => act.verdict === 'fail' && known.has(act.key) && !otherwiseDone(stage.history.acts, act));
  const halves = kept.filter((row) => row.id === null || (!row.there && acts.some((act) => act.key === row.key)));
  return together([
    problems(missing.map((act) => `I8 ${act.what} was answered ${act.status} and is not there`), 'lost'),
    problems(refused.map((act) => `I8 ${act.what} was refused with ${act.status} ${act.code} and is there`)),
    problems(halves.map(() => 'I8 a half of an act is there'), 'lost'),
  ]);
}

/** The same key came again and was done then, or its first answer was lost. */
function otherwiseDone(acts: readonly Act[], act: Act): boolean {
  return acts.some((other) => other !== act && other.key === act.key && other.verdict !== 'fail');
}
