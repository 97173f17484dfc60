import type { Tx } from '../../platform/database/tx.js';
import { meetMilestone } from '../../deadlines/milestones/meet-milestone.js';
import type { MilestoneKind } from '../../deadlines/rules/milestone-kinds.js';
import { statusFromReferrals } from '../../referrals/steps/status-from-referrals.js';
import type { ReferralState } from '../../referrals/referral-states.js';
import { setYouthStatus } from '../../youths/set-youth-status.js';
import { YOUTH_STATUS_TRANSITIONS, type YouthStatus } from '../../youths/youth-status.js';
import type { ItemToConclude } from './item-to-conclude.js';
import { milestonesOf } from './milestones-of.js';

/** The facts that a held item makes true about the youth meet its deadlines, on the item's date. */
export async function meetDeadlines(tx: Tx, item: ItemToConclude, held: { youthAttended: boolean; discussed: boolean; outcome: string }): Promise<void> {
  const { youth, booking, type, date } = item;
  if (youth === null) return;
  const known = await knownMilestones(tx, youth.id);
  for (const kind of milestonesOf({ ...held, type: type.code, known })) {
    await meetMilestone(tx, youth.id, kind, date, { source: 'meeting', reference: booking.id });
  }
}

async function knownMilestones(tx: Tx, youthId: string): Promise<Set<MilestoneKind>> {
  const rows = await tx.query<{ kind: MilestoneKind }>(
    'SELECT DISTINCT kind FROM milestone WHERE youth_id = $1 AND voided_at IS NULL', [youthId], 'closing-milestones',
  );
  return new Set(rows.map(({ kind }) => kind));
}

interface Standing {
  readonly status: YouthStatus;
  readonly metBefore: boolean;
  readonly states: ReferralState[] | null;
}

/** A concluded item counts as a meeting only where the youth was there. */
const STANDING = `
  SELECT y.status, y.previous_transition_meeting_on IS NOT NULL AS "metBefore",
    (SELECT array_agg(r.state ORDER BY r.created_at, r.id) FROM referral r WHERE r.youth_id = y.id AND r.state <> 'draft'
      AND (r.state <> 'concluded' OR EXISTS (SELECT 1 FROM booking b JOIN conclusion c ON c.booking_id = b.id
        WHERE b.referral_id = r.id AND c.youth_attended))) AS states
  FROM youth y WHERE y.id = $1`;

/**
 * The youth was met when the youth was there, also with another item booked. Otherwise the youth stands where the other
 * referrals and earlier meetings put the youth.
 */
export async function settleYouthStatus(tx: Tx, youthId: string, attended: boolean): Promise<void> {
  const [standing] = await tx.query<Standing>(STANDING, [youthId], 'closing-youth-standing');
  if (!standing || standing.status === 'ended') return;
  const status = attended ? 'met' : statusFromReferrals(standing.states ?? [], standing.metBefore);
  if (YOUTH_STATUS_TRANSITIONS[standing.status].includes(status)) await setYouthStatus(tx, youthId, status);
}
