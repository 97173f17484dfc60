import type { Tx } from '../../platform/database/tx.js';
import { assignFirstCoordinator, changeCoordinator, coordinatorOf } from '../../youths/coordination/coordinators.js';
import { offerTo } from '../../youths/coordination/handovers.js';
import { openHandoverOf, withdrawOpenHandover } from '../../youths/coordination/open-handover.js';

/**
 * - `present`: is the coordinating caseworker
 * - `offered`: another one is, until the named person accepts the hand-over
 */
export type CoordinatorStanding = 'present' | 'offered';

/**
 * The meeting names the coordinating caseworker. Somebody new is offered the youth and takes over by accepting; until then the
 * old one stays. A person who closes the item and names themselves has thereby accepted, and a youth with nobody gets the named
 * person at once.
 * @throws DomainError rule `not_a_caseworker`
 */
export async function nameCoordinator(tx: Tx, youthId: string, staffId: string): Promise<CoordinatorStanding> {
  const present = await coordinatorOf(tx, youthId);
  if (present === staffId) return 'present';
  if (present === null) {
    await assignFirstCoordinator(tx, youthId, staffId);
    return 'present';
  }
  if (staffId === tx.actor.staffId) {
    await changeCoordinator(tx, youthId, staffId);
    return 'present';
  }
  await offer(tx, youthId, present, staffId);
  return 'offered';
}

async function offer(tx: Tx, youthId: string, from: string, to: string): Promise<void> {
  const open = await openHandoverOf(tx, youthId);
  if (open?.toStaffId === to) return;
  if (open !== null) await withdrawOpenHandover(tx, youthId);
  const { id } = await offerTo(tx, youthId, from, to);
  const detail = { fromStaffId: from, toStaffId: to };
  tx.audit('handover.offered', { type: 'handover', id, youthIds: [youthId], ground: 'conclusion', detail });
}
