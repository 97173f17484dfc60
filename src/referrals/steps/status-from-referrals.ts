import type { YouthStatus } from '../../youths/youth-status.js';
import type { ReferralState } from '../referral-states.js';

/** Where a youth stands by the states of all referrals about it, the newest last. */
export function statusFromReferrals(states: readonly ReferralState[], metBefore: boolean): YouthStatus {
  if (states.includes('booked')) return 'planned';
  if (states.includes('submitted') || states.includes('accepted')) return 'referred';
  const ending = states.filter((state) => state === 'concluded' || state === 'directly_coordinated').at(-1);
  if (ending === 'directly_coordinated') return 'directly_coordinated';
  return ending === 'concluded' || metBefore ? 'met' : 'not_planned';
}
