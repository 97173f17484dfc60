import type { Actor } from '../platform/database/actor.js';
import { allowedVerbs } from './allowed-verbs.js';
import type { ReferralState } from './referral-states.js';

const actor = (staffId: string, departmentId: string, ...roles: Actor['roles']): Actor => ({ kind: 'staff', staffId, name: null, roles, departmentId, requestId: 'r' });
const FREJA = actor('freja', 'unge', 'caseworker');
const TAGE = actor('tage', 'unge', 'team_leader');
const BO = actor('bo', 'handicap', 'caseworker');
const KARLA = actor('karla', 'sekretariat', 'meeting_secretary');
const verbs = (who: Actor, state: ReferralState) => allowedVerbs(who, { state, authorId: 'freja', authorDepartmentId: 'unge' });

describe('what a person may do with a referral', () => {
  it('is to judge it, for those who triage, once it is sent', () => {
    expect(verbs(KARLA, 'submitted')).toEqual(['accept', 'return', 'coordinateDirectly', 'withdraw']);
    expect(verbs(KARLA, 'accepted')).toEqual(['return', 'coordinateDirectly', 'withdraw', 'book']);
    expect(verbs(KARLA, 'booked')).toEqual([]);
  });

  it('is to write it and take it back, for its author and the team leader', () => {
    for (const who of [FREJA, TAGE]) {
      expect(verbs(who, 'returned')).toEqual(['edit', 'coordinateDirectly', 'withdraw']);
      expect(verbs(who, 'submitted')).toEqual(['withdraw']);
    }
  });

  it('is nothing for others', () => {
    expect(verbs(BO, 'returned')).toEqual([]);
    expect(verbs(FREJA, 'concluded')).toEqual([]);
  });
});
