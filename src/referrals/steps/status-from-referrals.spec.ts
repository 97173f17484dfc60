import type { YouthStatus } from '../../youths/youth-status.js';
import type { ReferralState } from '../referral-states.js';
import { statusFromReferrals } from './status-from-referrals.js';

describe("a youth's status by its referrals", () => {
  it.each<[ReferralState[], boolean, YouthStatus]>([
    [['submitted'], false, 'referred'],
    [['accepted'], true, 'referred'],
    [['accepted', 'booked'], false, 'planned'],
    [['booked', 'submitted'], false, 'planned'],
    [['directly_coordinated'], false, 'directly_coordinated'],
    [['directly_coordinated', 'withdrawn'], false, 'directly_coordinated'],
    [['concluded', 'returned'], false, 'met'],
    [['withdrawn'], true, 'met'],
    [['returned', 'draft'], false, 'not_planned'],
    [[], false, 'not_planned'],
  ])('%j, met before %s: %s', (states, metBefore, status) => {
    expect(statusFromReferrals(states, metBefore)).toBe(status);
  });
});
