import type { Tx } from '../../platform/database/tx.js';
import { grantAccess } from '../../youths/access/grant-access.js';
import { requireActiveOwner } from './agree-action.js';

export interface MovedAction {
  readonly id: string;
  readonly youthId: string | null;
  readonly bookingId: string | null;
}

/** Chosen open actions and follow-ups of a leaver. */
export interface HandedActions {
  readonly fromStaffId: string;
  readonly toStaffId: string;
  /** Ids of actions and of follow-ups. */
  readonly ids: readonly string[];
}

const MOVE_ACTIONS = `
  UPDATE action SET owner_id = $2 WHERE owner_id = $1 AND state = 'open' AND id = ANY ($3::uuid[])
  RETURNING id, youth_id AS "youthId", booking_id AS "bookingId"`;
const MOVE_FOLLOW_UPS = `
  UPDATE follow_up SET owner_id = $2, revision = revision + 1, changed_at = $4 WHERE owner_id = $1 AND state = 'open' AND id = ANY ($3::uuid[])
  RETURNING id, youth_id AS "youthId", booking_id AS "bookingId"`;
const MOVE_TASKS = `
  UPDATE task SET assignee_id = $1, assignee_role = NULL, department_id = NULL
  WHERE done_at IS NULL AND kind IN ('action_overdue', 'follow_up_due') AND subject_id = ANY ($2::uuid[])`;

/**
 * Gives chosen actions and follow-ups of a leaver to a colleague, who may see those youths. What is not the leaver's any longer is
 * left alone. The caller has checked that the actor leads the leaver's unit.
 * @throws DomainError rule `owner_unknown`
 */
export async function moveActions(tx: Tx, { fromStaffId, toStaffId, ids }: HandedActions): Promise<void> {
  if (ids.length === 0) return;
  await requireActiveOwner(tx, toStaffId);
  const actions = await tx.query<MovedAction>(MOVE_ACTIONS, [fromStaffId, toStaffId, ids], 'handed-actions');
  const followUps = await tx.query<MovedAction>(MOVE_FOLLOW_UPS, [fromStaffId, toStaffId, ids, tx.now], 'handed-follow-ups');
  await moveTasks(tx, toStaffId, [...actions, ...followUps].map(({ id }) => id));
  await letReceiverSee(tx, actions, toStaffId);
  const youths = new Set([...actions, ...followUps].flatMap(({ youthId }) => youthId ?? []));
  const detail = { fromStaffId, toStaffId, actions: actions.length, followUps: followUps.length };
  tx.audit('actions.moved', { type: 'staff_member', id: fromStaffId, youthIds: [...youths], ground: 'team_leader', detail });
}

/** What is asked about these actions and follow-ups, of a former owner or of the team leader of one who has left, is asked of their new owner. */
export async function moveTasks(tx: Tx, toStaffId: string, ids: readonly string[]): Promise<void> {
  await tx.query(MOVE_TASKS, [toStaffId, ids], 'moved-action-tasks');
}

/** The new owner of open actions may see the youths, on the ground of the items they were agreed at. */
export async function letReceiverSee(tx: Tx, actions: readonly MovedAction[], staffId: string): Promise<void> {
  const grants = new Map(actions.flatMap(({ id, youthId, bookingId }) => {
    if (youthId === null) return [];
    const sourceId = bookingId ?? id;
    return [[`${youthId} ${sourceId}`, { youthId, holder: { staffId }, ground: 'booked_item', sourceId, untilAt: null } as const] as const];
  }));
  await grantAccess(tx, [...grants.values()]);
}
