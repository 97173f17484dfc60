import type { BelongsOutcome } from './belongs/belongs-answers.js';
import type { ReferralState } from './referral-states.js';

/** Why a referral goes to triage and is not accepted by the check alone. */
export type TriageGround = 'not_yes' | 'urgent' | 'without_youth';

export interface TriageFacts {
  readonly belongsOutcome: BelongsOutcome;
  readonly urgent: boolean;
  /** No youth on it at all. */
  readonly anonymous: boolean;
  readonly withoutYouthReason: string | null;
}

/** Triage takes what the check does not say yes to, the urgent and those held without the youth. */
export function triageGrounds(facts: TriageFacts): TriageGround[] {
  const grounds: TriageGround[] = [];
  if (facts.belongsOutcome !== 'yes') grounds.push('not_yes');
  if (facts.urgent) grounds.push('urgent');
  if (facts.anonymous || facts.withoutYouthReason !== null) grounds.push('without_youth');
  return grounds;
}

/**
 * Where a referral goes when it is sent. What the check says no to, or would have agreed directly, stays a draft: the
 * author sees why, and may still insist. The urgent and those without the youth are always seen by a person.
 */
export function stateWhenSent(facts: TriageFacts, insists: boolean): Extract<ReferralState, 'draft' | 'submitted' | 'accepted'> {
  const grounds = triageGrounds(facts);
  if (grounds.length === 0) return 'accepted';
  const turnedAway = facts.belongsOutcome === 'no' || facts.belongsOutcome === 'coordinate_directly';
  return turnedAway && grounds.length === 1 && !insists ? 'draft' : 'submitted';
}
