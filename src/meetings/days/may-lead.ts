import { type Actor, hasRole } from '../../platform/database/actor.js';
import { forbidden } from '../../platform/errors/domain-error.js';

/** The secretary leads every K-møde, a chair only those they chair. Throws 403 `not_your_meeting`. */
export function assertMayLead(actor: Actor, chairId: string): void {
  if (hasRole(actor, 'meeting_secretary') || actor.staffId === chairId) return;
  throw forbidden('not_your_meeting', 'Du er ikke mødeleder på dette K-møde. Bed sekretæren eller mødelederen om at gøre det.');
}
