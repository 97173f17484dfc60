import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { OPEN_REFERRAL_STATES, type ReferralState } from '../referral-states.js';
import { visibleReferralSql } from '../referral-scope.js';

/** An open referral about a youth, by what its author may go on with. */
export interface OpenReferralLine {
  readonly id: string;
  readonly state: ReferralState;
  readonly typeLabel: string;
  readonly mine: boolean;
}

/** The draft that the actor has begun about a youth, or about nobody; the newest, should there be several. */
export async function ownDraft(tx: Tx, youthId: string | null): Promise<string | null> {
  const [found] = await tx.query<{ id: string }>(
    `SELECT id FROM referral WHERE youth_id IS NOT DISTINCT FROM $1::uuid AND author_id = $2 AND state = 'draft' ORDER BY created_at DESC LIMIT 1`,
    [youthId, staffIdOf(tx.actor)], 'referral-own-draft',
  );
  return found?.id ?? null;
}

/** The open referrals about a youth that the actor may see, drafts left out; the newest first. */
export async function openReferralsOf(tx: Tx, youthId: string): Promise<OpenReferralLine[]> {
  const params: unknown[] = [youthId, OPEN_REFERRAL_STATES, staffIdOf(tx.actor)];
  const visible = visibleReferralSql(tx, params);
  return tx.query<OpenReferralLine>(
    `SELECT r.id, r.state, t.label AS "typeLabel", r.author_id = $3 AS mine FROM referral r JOIN referral_type t ON t.id = r.type_id
     WHERE r.youth_id = $1 AND r.state <> 'draft' AND r.state = ANY ($2::varchar[]) AND ${visible} ORDER BY r.created_at DESC`,
    params,
  );
}
