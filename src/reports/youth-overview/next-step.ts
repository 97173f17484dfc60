import type { ReferralState } from '../../referrals/referral-states.js';

/** What stands open about a youth's next K-møde. */
export interface StepFacts {
  /** Whether the youth still waits for a first step: nothing asked for, nothing planned. */
  readonly notPlanned: boolean;
  /** Referrals that still want something; a draft only when it is the reader's own. */
  readonly referrals: readonly { readonly id: string; readonly state: ReferralState }[];
  /** Items that are booked or wait for their conclusion, the earliest first. */
  readonly items: readonly { readonly id: string; readonly state: 'booked' | 'held' }[];
}

export type NextStep =
  | { readonly kind: 'conclude' | 'attend'; readonly bookingId: string }
  | { readonly kind: 'mend' | 'find_time' | 'send' | 'await_triage'; readonly referralId: string }
  | { readonly kind: 'ask' };

const REFERRAL_STEPS = [['returned', 'mend'], ['accepted', 'find_time'], ['draft', 'send']] as const;

/**
 * The one thing to do next: first what somebody waits for (a held item without its conclusion, a referral that came back,
 * one without a time, one not sent), then what is under way, and at last to ask for a K-møde. Null when nothing is missing.
 */
export function nextStepOf({ notPlanned, referrals, items }: StepFacts): NextStep | null {
  const held = items.find((item) => item.state === 'held');
  if (held) return { kind: 'conclude', bookingId: held.id };
  for (const [state, kind] of REFERRAL_STEPS) {
    const found = referrals.find((referral) => referral.state === state);
    if (found) return { kind, referralId: found.id };
  }
  const [booked] = items;
  if (booked) return { kind: 'attend', bookingId: booked.id };
  const waiting = referrals.find((referral) => referral.state === 'submitted');
  if (waiting) return { kind: 'await_triage', referralId: waiting.id };
  return notPlanned ? { kind: 'ask' } : null;
}
