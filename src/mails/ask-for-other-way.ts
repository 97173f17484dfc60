import { Booking } from '../meetings/bookings/booking.entity.js';
import type { Tx } from '../platform/database/tx.js';
import { raiseTask } from '../tasks/raise-task.js';
import { coordinatorOf } from '../youths/coordination/coordinators.js';
import type { MailDelivery } from './mail-delivery.entity.js';

/**
 * A mail cannot be delivered: the coordinating caseworker of the item, else the K-mødesekretær, is asked to tell the recipient
 * in another way. The task points at what the mail was about; it holds no address.
 */
export async function askForOtherWay(tx: Tx, { id, subjectKind, subjectId, kind }: MailDelivery): Promise<void> {
  if (kind === 'monday_line') return;
  const youthId = subjectKind === 'booking' ? (await tx.find(Booking, subjectId)).youthId : null;
  const coordinator = youthId === null ? null : await coordinatorOf(tx, youthId);
  await raiseTask(tx, {
    kind: 'mail_undeliverable', ...(coordinator === null ? { assigneeRole: 'meeting_secretary' as const } : { assigneeId: coordinator }),
    youthId, subjectType: subjectKind === 'person' ? 'staff' : subjectKind, subjectId, dedupKey: `mail_undeliverable:${id}`,
  });
}
