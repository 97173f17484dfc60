import type { Tx } from '../../platform/database/tx.js';
import { once, type IdempotencyKey } from '../../platform/http/idempotency.js';
import { groundFor } from './open-youth.js';

/**
 * `once` for a row that hangs on a youth: a replay, too, answers only who still sees the youth.
 * @throws DomainError not_found
 */
export async function onceOnYouth(tx: Tx, youthId: string, key: IdempotencyKey | null, work: () => Promise<string>): Promise<string> {
  const id = await once(tx, key, work);
  await groundFor(tx, youthId);
  return id;
}
