import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { staffSucceeded } from '../../youths/youth-events.js';
import { letReceiverSee, type MovedAction, moveTasks } from './move-actions.js';

interface Succeeded {
  readonly successionId: string;
  readonly fromStaffId: string;
  readonly toStaffId: string;
  readonly youthIds: readonly string[] | null;
}

const MOVE_ACTIONS = `
  UPDATE action SET owner_id = $2 WHERE owner_id = $1 AND state = 'open' AND ($3::uuid[] IS NULL OR youth_id = ANY ($3))
  RETURNING id, youth_id AS "youthId", booking_id AS "bookingId"`;
const MOVE_FOLLOW_UPS = `
  UPDATE follow_up SET owner_id = $2, revision = revision + 1, changed_at = $4
  WHERE owner_id = $1 AND state = 'open' AND ($3::uuid[] IS NULL OR youth_id = ANY ($3))
  RETURNING id, youth_id AS "youthId", booking_id AS "bookingId"`;

/** A leaver's open actions and follow-ups, and what is asked about them, go to the receiver, who may see those youths. */
@Injectable()
export class MoveActionsHandler {
  @Handles(staffSucceeded)
  async move(tx: Tx, { successionId, fromStaffId, toStaffId, youthIds }: Succeeded): Promise<void> {
    const actions = await tx.query<MovedAction>(MOVE_ACTIONS, [fromStaffId, toStaffId, youthIds], 'succession-actions');
    const followUps = await tx.query<MovedAction>(MOVE_FOLLOW_UPS, [fromStaffId, toStaffId, youthIds, tx.now], 'succession-follow-ups');
    const moved = [...actions, ...followUps];
    if (moved.length === 0) return;
    await moveTasks(tx, toStaffId, moved.map(({ id }) => id));
    await letReceiverSee(tx, actions, toStaffId);
    const youths = new Set(moved.flatMap(({ youthId }) => youthId ?? []));
    const detail = { successionId, fromStaffId, toStaffId, actions: actions.length, followUps: followUps.length };
    tx.audit('actions.moved', { type: 'staff_member', id: fromStaffId, youthIds: [...youths], ground: 'succession', detail });
  }
}
