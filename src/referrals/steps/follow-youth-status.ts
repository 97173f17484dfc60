import type { Tx } from '../../platform/database/tx.js';
import { setYouthStatus } from '../../youths/set-youth-status.js';
import { YOUTH_STATUS_TRANSITIONS, type YouthStatus } from '../../youths/youth-status.js';
import type { ReferralState } from '../referral-states.js';
import type { ReferralStep } from '../referral.entity.js';
import { statusFromReferrals } from './status-from-referrals.js';

interface Standing {
  readonly status: YouthStatus;
  readonly metBefore: boolean;
  readonly states: ReferralState[] | null;
}

const STANDING = `
  SELECT y.status, y.previous_transition_meeting_on IS NOT NULL AS "metBefore",
    (SELECT array_agg(r.state ORDER BY r.created_at, r.id) FROM referral r WHERE r.youth_id = y.id AND r.state <> 'draft') AS states
  FROM youth y WHERE y.id = $1`;

/**
 * Lets the youth's status follow a step that others see. A conclusion sets the status itself: only it knows whether the
 * youth was met.
 */
export async function followYouthStatus(tx: Tx, youthId: string, step: ReferralStep): Promise<void> {
  if (step.verb === 'conclude' || (step.from === 'draft' && step.verb === 'withdraw')) return;
  const [standing] = await tx.query<Standing>(STANDING, [youthId], 'referral-youth-standing');
  if (standing === undefined) return;
  const status = statusFromReferrals(standing.states ?? [], standing.metBefore);
  if (YOUTH_STATUS_TRANSITIONS[standing.status].includes(status)) await setYouthStatus(tx, youthId, status);
}
