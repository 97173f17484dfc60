import type { MilestoneKind } from '../../deadlines/rules/milestone-kinds.js';
import { milestonesOf, type HeldItem } from './milestones-of.js';

const held: HeldItem = { type: 'transition', outcome: 'plan_agreed', youthAttended: true, discussed: true, known: new Set() };

describe('what a held item makes true', () => {
  it('is a transition meeting only with the youth', () => {
    expect(milestonesOf(held)).toEqual(['k_meeting_held', 'transition_meeting_held']);
    expect(milestonesOf({ ...held, youthAttended: false })).toEqual(['k_meeting_held']);
  });

  it('is nothing when the youth stayed away and nothing was talked about', () => {
    expect(milestonesOf({ ...held, youthAttended: false, discussed: false })).toEqual([]);
  });

  it('is an assessed youth support once there is a recommendation', () => {
    const assessment = { ...held, type: 'youth_support_assessment' as const, youthAttended: false };
    expect(milestonesOf({ ...assessment, outcome: 'recommended' })).toContain('youth_support_assessed');
    expect(milestonesOf({ ...assessment, outcome: 'not_finished' })).not.toContain('youth_support_assessed');
  });

  it('is the first, then the second network meeting of a known pregnancy', () => {
    const network = { ...held, type: 'network_meeting' as const };
    expect(milestonesOf(network)).toEqual(['k_meeting_held']);
    expect(milestonesOf({ ...network, known: new Set<MilestoneKind>(['pregnancy_known']) })).toContain('first_network_meeting_held');
    const second = new Set<MilestoneKind>(['pregnancy_known', 'first_network_meeting_held']);
    expect(milestonesOf({ ...network, known: second })).toContain('second_network_meeting_held');
  });
});
