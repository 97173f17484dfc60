import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound, rule } from '../../platform/errors/domain-error.js';
import { YouthLookup } from './youth-lookup.entity.js';

/**
 * The youth that the actor's own look-up found, for raising a referral within 24 hours.
 * @throws DomainError not_found when the look-up is unknown, another's or found nobody; rule `lookup_expired`
 */
export async function youthOfLookup(tx: Tx, lookupId: string): Promise<string> {
  const staffId = staffIdOf(tx.actor);
  const lookup = await tx.find(YouthLookup, lookupId, (alias) => ({ sql: `${alias}.staffId = :staffId`, parameters: { staffId } }));
  if (lookup.youthId === null) throw notFound();
  if (!lookup.isValidAt(tx.now)) {
    throw rule('lookup_expired', 'Opslaget er mere end et døgn gammelt. Slå den unge op igen.');
  }
  return lookup.youthId;
}
