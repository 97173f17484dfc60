import type { Tx } from '../../platform/database/tx.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { Handover } from './handover.entity.js';

/** The offer that waits for an answer, or null; locked until the transaction ends. */
export async function openHandoverOf(tx: Tx, youthId: string): Promise<Handover | null> {
  const rows = await tx.query<{ id: string }>("SELECT id FROM handover WHERE youth_id = $1 AND state = 'offered'", [youthId], 'handover-open');
  return rows[0] === undefined ? null : tx.lock(Handover, rows[0].id);
}

/** Takes back the offer that waits for an answer, if there is one. */
export async function withdrawOpenHandover(tx: Tx, youthId: string): Promise<void> {
  const handover = await openHandoverOf(tx, youthId);
  if (handover === null) return;
  handover.withdraw(tx.now);
  await saveAnswered(tx, handover);
}

/** Keeps an offer that is no longer open, and closes what was asked of team leaders about it. */
export async function saveAnswered(tx: Tx, handover: Handover): Promise<void> {
  await tx.save(handover);
  await settleTasks(tx, 'handover_unanswered', handover.id);
}
