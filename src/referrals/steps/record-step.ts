import { newId } from '../../platform/database/ids.js';
import type { AuditAction } from '../../platform/audit/audit-entry.js';
import type { Tx } from '../../platform/database/tx.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { ReferralEvent } from '../referral-event.entity.js';
import { referralChanged } from '../referral-events.js';
import type { Referral, ReferralStep } from '../referral.entity.js';
import { followAccess } from './follow-access.js';
import { followYouthStatus } from './follow-youth-status.js';

const AUDITED: Readonly<Record<ReferralStep['verb'], AuditAction>> = {
  submit: 'referral.submitted',
  accept: 'referral.accepted',
  return: 'referral.returned',
  coordinateDirectly: 'referral.directly_coordinated',
  withdraw: 'referral.withdrawn',
  book: 'referral.booked',
  unbook: 'referral.unbooked',
  conclude: 'referral.concluded',
  takeBack: 'referral.taken_back',
};

/**
 * Writes down what a verb has done to a referral: the row, its history, and what follows from it (who may see the youth,
 * the youth's status, tasks, the log, the message). Every verb on the entity is followed by this, in the same transaction.
 */
export async function recordStep(tx: Tx, referral: Referral, step: ReferralStep): Promise<void> {
  const ground = referral.youthId === null ? null : ((await accessTo(tx, referral.youthId))?.ground ?? null);
  await tx.save(referral);
  await tx.insert(historyRow(referral, step));
  if (step.from === 'submitted') await settleTasks(tx, 'triage_referral', referral.id);
  if (step.from === 'returned') await settleTasks(tx, 'referral_returned', referral.id);
  if (step.from === 'accepted') await settleTasks(tx, 'referral_unplaced', referral.id);
  if (referral.youthId !== null) {
    await followAccess(tx, referral, referral.youthId, step);
    await followYouthStatus(tx, referral.youthId, step);
  }
  const youthIds = referral.youthId === null ? [] : [referral.youthId];
  tx.audit(AUDITED[step.verb], { type: 'referral', id: referral.id, youthIds, ground, detail: { from: step.from, to: step.to } });
  tx.enqueue(referralChanged, { referralId: referral.id });
}

function historyRow(referral: Referral, step: ReferralStep): ReferralEvent {
  return Object.assign(new ReferralEvent(), {
    id: newId(), referralId: referral.id, fromState: step.from, toState: step.to, reason: step.reason, byStaffId: step.byStaffId, at: step.at,
  });
}
