import { hasRole, type Actor } from '../../platform/database/actor.js';

export interface CoordinatedYouth {
  readonly coordinatorId: string | null;
  readonly coordinatorDepartmentId: string | null;
  readonly departmentId: string;
}

/** Leads the youth's own unit, or the unit of its coordinating caseworker. */
export function leadsUnitOf(actor: Actor, youth: CoordinatedYouth): boolean {
  if (!hasRole(actor, 'team_leader') || actor.departmentId === null) return false;
  return actor.departmentId === youth.departmentId || actor.departmentId === youth.coordinatorDepartmentId;
}

/** The coordinating caseworker offers the youth to another; so does a team leader of the unit. */
export function mayOfferHandover(actor: Actor, youth: CoordinatedYouth): boolean {
  return (actor.staffId !== null && actor.staffId === youth.coordinatorId) || leadsUnitOf(actor, youth);
}
