import { type Actor, hasRole } from '../platform/database/actor.js';
import { EDITABLE_REFERRAL_STATES, mayMove, type ReferralState } from './referral-states.js';

export type DoerVerb = 'edit' | 'accept' | 'return' | 'coordinateDirectly' | 'withdraw' | 'book';

export interface ReferralStanding {
  readonly state: ReferralState;
  readonly authorId: string;
  readonly authorDepartmentId: string;
}

/**
 * What a person may do with a referral as it stands: triage judges it, its author and the author's team leader write it and take it
 * back. The verbs themselves refuse the same; this is for what a page offers.
 */
export function allowedVerbs(actor: Actor, { state, authorId, authorDepartmentId }: ReferralStanding): DoerVerb[] {
  const triages = hasRole(actor, 'meeting_secretary', 'chair');
  const writes = actor.staffId === authorId || (hasRole(actor, 'team_leader') && actor.departmentId === authorDepartmentId);
  const unsent = EDITABLE_REFERRAL_STATES.includes(state);
  const may: Readonly<Record<DoerVerb, boolean>> = {
    edit: unsent && writes && hasRole(actor, 'caseworker', 'team_leader'),
    accept: triages && mayMove(state, 'accept'),
    return: triages && mayMove(state, 'return'),
    coordinateDirectly: mayMove(state, 'coordinateDirectly') && (triages || (unsent && writes)),
    withdraw: mayMove(state, 'withdraw') && (triages || writes),
    book: mayMove(state, 'book'),
  };
  return (Object.keys(may) as DoerVerb[]).filter((verb) => may[verb]);
}
