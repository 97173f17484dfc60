import { staffIdOf } from '../database/actor.js';
import type { Tx } from '../database/tx.js';
import type { IdempotencyKey } from './idempotency.js';

/**
 * For how long the same form with the same content is a repeat: a double click, a reload, another try after a broken answer. No
 * longer, as somebody may go back to a page that the browser has kept and mean the same a second time.
 */
const REPEATS_COUNT_FOR_MINUTES = 5;

const CLAIM = `
  INSERT INTO idempotency_key AS known (actor_id, key, route, body_hash, created_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (actor_id, key) DO UPDATE SET route = EXCLUDED.route, body_hash = EXCLUDED.body_hash, result_id = NULL, created_at = EXCLUDED.created_at
  WHERE known.body_hash <> EXCLUDED.body_hash OR known.created_at <= EXCLUDED.created_at - make_interval(mins => ${REPEATS_COUNT_FOR_MINUTES})`;

/**
 * Does the work of a form once and gives the address that it leads to; a repeat gets the first one's address. Two at the same time:
 * the second waits for the first. A form drawn once and sent with other content is another act, and only the latest counts: A, B
 * and A again are three. What is refused or fails leaves no trace.
 * @param form null for what no page drew, such as a script's save: the work is always done
 */
export async function oncePerForm(tx: Tx, form: IdempotencyKey | null, work: () => Promise<string>): Promise<string> {
  if (form === null) return work();
  const own = [staffIdOf(tx.actor), form.key];
  const first = await tx.execute(CLAIM, [...own, form.route, form.bodyHash, tx.now]);
  if (first === 0) return addressOfFirst(tx, own);
  const address = await work();
  await tx.execute('UPDATE idempotency_key SET result_id = $3 WHERE actor_id = $1 AND key = $2', [...own, address]);
  return address;
}

async function addressOfFirst(tx: Tx, own: readonly string[]): Promise<string> {
  const [row] = await tx.query<{ address: string }>('SELECT result_id AS address FROM idempotency_key WHERE actor_id = $1 AND key = $2', [...own]);
  if (row === undefined) throw new Error('the first form of two was not found');
  return row.address;
}
