import type { Tx } from '../../platform/database/tx.js';
import { youthCard } from '../access/youth-card.js';
import type { LookupAnswer } from './keep-lookup.js';
import { youthOfLookup } from './youth-of-lookup.js';

/**
 * What the actor's own look-up found: the card alone; the reading is logged.
 * @throws DomainError as `youthOfLookup`
 */
export async function readLookup(tx: Tx, lookupId: string): Promise<LookupAnswer & { readonly youthId: string }> {
  const youthId = await youthOfLookup(tx, lookupId);
  tx.audit('card.opened', { type: 'youth_lookup', id: lookupId, youthIds: [youthId], ground: 'stated_purpose' });
  return { lookupId, youthId, card: await youthCard(tx, youthId) };
}
