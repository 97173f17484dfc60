import { type Actor, hasRole } from '../platform/database/actor.js';
import type { Tx } from '../platform/database/tx.js';
import { forbidden, rule } from '../platform/errors/domain-error.js';
import { lockYouth } from './access/open-youth.js';
import { moveConsentExpiry } from './consents/consents.js';
import { coordinatorOf } from './coordination/coordinators.js';
import { youthChanged } from './youth-events.js';
import type { Youth, YouthCorrection } from './youth.entity.js';

/**
 * Corrects what is known about a youth. A corrected birth date moves the 18th birthday, the end of the parents' consents
 * and, by `youth.changed`, the deadlines.
 * @throws DomainError not_found; forbidden `protection_kept`; rule `not_born`
 */
export async function correctYouth(tx: Tx, youthId: string, correction: YouthCorrection): Promise<void> {
  const { youth, ground } = await lockYouth(tx, youthId);
  if (youth.protected && correction.protected === false) await assertMayUnprotect(tx, youth);
  const bornBefore = youth.birthDate;
  const fields = youth.correct(correction, tx.today, tx.now);
  if (youth.birthDate > tx.today) throw rule('not_born', 'Fødselsdatoen ligger i fremtiden. Ret den.');
  tx.audit('youth.corrected', { type: 'youth', id: youthId, youthIds: [youthId], ground, detail: { fields } });
  if (fields.length === 0) return;
  await tx.save(youth);
  if (youth.birthDate !== bornBefore) await moveConsentExpiry(tx, youthId, bornBefore, youth.birthDate);
  tx.enqueue(youthChanged, { youthId });
}

/** Lifting the protection shows where a youth is to everyone on the case, so a participant of one meeting may not do it. */
export function mayUnprotect(actor: Actor, youth: { readonly departmentId: string; readonly coordinatorId: string | null }): boolean {
  const leads = hasRole(actor, 'team_leader') && actor.departmentId === youth.departmentId;
  return leads || hasRole(actor, 'meeting_secretary') || (actor.staffId !== null && actor.staffId === youth.coordinatorId);
}

async function assertMayUnprotect(tx: Tx, youth: Youth): Promise<void> {
  if (mayUnprotect(tx.actor, { departmentId: youth.departmentId, coordinatorId: await coordinatorOf(tx, youth.id) })) return;
  throw forbidden('protection_kept', 'Kun den koordinerende sagsbehandler, enhedens teamleder og K-mødesekretæren kan ophæve beskyttelsen. Tal med en af dem.');
}
