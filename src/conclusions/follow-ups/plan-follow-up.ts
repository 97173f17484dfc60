import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import { newReference } from '../../platform/database/reference.js';
import type { Tx } from '../../platform/database/tx.js';
import { coordinatorOf } from '../../youths/coordination/coordinators.js';
import { FollowUp } from './follow-up.entity.js';

/**
 * Sets the day on which the coordinating caseworker checks the actions of an item. It replaces a follow-up that the youth still
 * has open: one look at all actions is enough.
 */
export async function planFollowUp(tx: Tx, planned: { youthId: string; bookingId: string; checkOn: CalendarDate }): Promise<FollowUp> {
  await tx.query(
    `UPDATE follow_up SET state = 'cancelled', revision = revision + 1, changed_at = $2 WHERE youth_id = $1 AND state = 'open'`,
    [planned.youthId, tx.now], 'follow-up-replace',
  );
  const ownerId = (await coordinatorOf(tx, planned.youthId)) ?? staffIdOf(tx.actor);
  const calendar = { uid: randomUUID(), revision: 0, reference: newReference(), changedAt: tx.now, createdAt: tx.now };
  return tx.save(Object.assign(new FollowUp(), { id: newId(), ...planned, ownerId, state: 'open', doneAt: null, ...calendar }));
}
