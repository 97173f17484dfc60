import { type Actor, hasRole } from '../../platform/database/actor.js';
import { forbidden } from '../../platform/errors/domain-error.js';

/** The secretary leads every K-møde, a chair only those they chair. */
export function mayLead(actor: Actor, chairId: string): boolean {
  return hasRole(actor, 'meeting_secretary') || actor.staffId === chairId;
}

/** Throws 403 `not_your_meeting` unless `mayLead`. */
export function assertMayLead(actor: Actor, chairId: string): void {
  if (mayLead(actor, chairId)) return;
  throw forbidden('not_your_meeting', 'Du er ikke mødeleder på dette K-møde. Bed sekretæren eller mødelederen om at gøre det.');
}
