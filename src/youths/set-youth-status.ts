import type { Tx } from '../platform/database/tx.js';
import { youthChanged } from './youth-events.js';
import { Youth } from './youth.entity.js';
import type { YouthStatus } from './youth-status.js';

/**
 * Moves a youth's status along the table of transitions. The caller has checked access and writes the audit row.
 * @throws DomainError not_found; conflict `invalid_transition`
 */
export async function setYouthStatus(tx: Tx, youthId: string, status: YouthStatus): Promise<void> {
  const youth = await tx.lock(Youth, youthId);
  if (youth.status === status) return;
  const endedOrReopened = status === 'ended' || youth.status === 'ended';
  youth.moveTo(status, tx.now);
  await tx.save(youth);
  if (endedOrReopened) tx.enqueue(youthChanged, { youthId });
}
