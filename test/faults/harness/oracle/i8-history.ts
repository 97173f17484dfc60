import type { Act } from '../history.js';
import type { Stage } from '../stage.js';
import { type Findings, problems, together } from './findings.js';

const CANCELLATION = /^\/bookings\/([0-9a-f-]{36})\/cancellation$/;

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
  const standing = await stage.query('SELECT id FROM booking WHERE id = ANY($1::uuid[]) AND state <> \'cancelled\'', [cancelledIn(stage.history.acts)]);
  return together([
    problems(standing.map(() => 'I8 a cancellation was answered as done, and the item stands'), 'lost'),
    problems(missing.map((act) => `I8 ${act.what} was answered ${act.status} and is not there`), 'lost'),
    problems(refused.map((act) => `I8 ${act.what} was refused with ${act.status} ${act.code} and is there`)),
    problems(halves.map(() => 'I8 a half of an act is there'), 'lost'),
  ]);
}

/** The items whose cancellation was answered as done. */
export function cancelledIn(acts: ReadonlyArray<Pick<Act, 'what' | 'verdict'>>): string[] {
  return acts.filter((act) => act.verdict === 'ok').flatMap(({ what }) => CANCELLATION.exec(what)?.[1] ?? []);
}

/** The same key came again and was done then, or its first answer was lost. */
function otherwiseDone(acts: readonly Act[], act: Act): boolean {
  return acts.some((other) => other !== act && other.key === act.key && other.verdict !== 'fail');
}
