import { staffIdOf } from '../platform/database/actor.js';
import type { Tx } from '../platform/database/tx.js';
import { settleTasks } from '../tasks/raise-task.js';
import { groundFor, lockYouth } from '../youths/access/open-youth.js';
import { visibleTo } from '../youths/access/visible-youths.js';
import { recomputeDeadlines } from './computation/recompute-deadlines.js';
import { Deadline } from './entities/deadline.entity.js';

/**
 * A team leader decides, with a reason, that an open deadline need not be met. Returns its id.
 * @throws DomainError not_found; conflict `invalid_transition`
 */
export async function waive(tx: Tx, deadlineId: string, reason: string): Promise<string> {
  const deadline = await tx.lock(Deadline, deadlineId, visibleTo(tx));
  const ground = await groundFor(tx, deadline.youthId);
  deadline.waive(staffIdOf(tx.actor), reason.trim(), tx.now);
  await tx.save(deadline);
  await settleTasks(tx, 'deadline_overdue', deadline.id);
  const detail = { rule: deadline.ruleCode, dueOn: deadline.dueOn };
  tx.audit('deadline.waived', { type: 'deadline', id: deadline.id, youthIds: [deadline.youthId], ground, detail });
  return deadline.id;
}

/**
 * Takes a waiver back; the deadline stands as the rules give it now. Returns its id.
 * @throws DomainError not_found; conflict `not_waived`
 */
export async function takeWaiverBack(tx: Tx, deadlineId: string): Promise<string> {
  const { youthId } = await tx.find(Deadline, deadlineId, visibleTo(tx));
  const { ground } = await lockYouth(tx, youthId);
  const deadline = await tx.lock(Deadline, deadlineId);
  deadline.takeWaiverBack(tx.now);
  await tx.save(deadline);
  await recomputeDeadlines(tx, [youthId]);
  const detail = { rule: deadline.ruleCode, dueOn: deadline.dueOn };
  tx.audit('deadline.waiver_taken_back', { type: 'deadline', id: deadline.id, youthIds: [youthId], ground, detail });
  return deadline.id;
}
