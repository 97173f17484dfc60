import type { MilestoneKind } from '../../deadlines/rules/milestone-kinds.js';
import type { ReferralTypeCode } from '../../referrals/types/referral-codes.js';

export interface HeldItem {
  readonly type: ReferralTypeCode;
  readonly outcome: string;
  readonly youthAttended: boolean;
  /** False when the youth stayed away and nothing was talked about. */
  readonly discussed: boolean;
  /** Milestones that the youth already has. */
  readonly known: ReadonlySet<MilestoneKind>;
}

/**
 * What a held item makes true. A transition meeting is one with the youth (TULU-rapporten 2016: overgangsmøde senest ved det
 * 17. år); an assessment of youth support needs its recommendation; network meetings are the first and the second of a pregnancy.
 */
export function milestonesOf(held: HeldItem): MilestoneKind[] {
  if (!held.discussed) return [];
  const kinds: MilestoneKind[] = ['k_meeting_held'];
  if (held.type === 'transition' && held.youthAttended) kinds.push('transition_meeting_held');
  if (held.type === 'youth_support_assessment' && held.outcome === 'recommended') kinds.push('youth_support_assessed');
  if (held.type === 'network_meeting' && held.youthAttended && held.known.has('pregnancy_known')) {
    kinds.push(held.known.has('first_network_meeting_held') ? 'second_network_meeting_held' : 'first_network_meeting_held');
  }
  return kinds;
}
