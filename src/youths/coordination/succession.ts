import { hasRole } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid, notFound, rule } from '../../platform/errors/domain-error.js';
import { StaffMember } from '../../departments/staff/staff-member.entity.js';
import { staffSucceeded } from '../youth-events.js';
import type { Handover } from './handover.entity.js';
import { requireCaseworker } from './coordinators.js';
import { offerTo } from './handovers.js';
import { openHandoverOf, withdrawOpenHandover } from './open-handover.js';
import { planSuccession, type Assignment } from './plan-succession.js';

export interface SuccessionRequest {
  readonly to?: string | undefined;
  readonly assignments?: readonly Assignment[] | undefined;
}

export interface Succession {
  readonly id: string;
  readonly handovers: ReadonlyArray<{ id: string; youthId: string; to: string }>;
  /** Youths that nobody was named for; they stay with the leaver. */
  readonly withoutReceiver: readonly string[];
}

/**
 * A leaver's work goes on in one call. Each youth is offered to its receiver; until the receiver accepts, the leaver
 * stays the coordinating caseworker, also when deactivated, and after 7 days both team leaders are told. The leaver's
 * open actions move by the outbox message `staff.succeeded`, without waiting for the youths. A second call changes only
 * the offers whose receiver is another now.
 * @throws DomainError not_found unless the actor leads the leaver's unit; invalid; rule `not_coordinated_by_leaver`, `not_a_caseworker`
 */
export async function succeedStaff(tx: Tx, leaverId: string, request: SuccessionRequest): Promise<Succession> {
  await openLeaver(tx, leaverId);
  requireReceivers(leaverId, request);
  const youthIds = await youthsOf(tx, leaverId);
  const plan = planSuccession(youthIds, request.to ?? null, request.assignments ?? []);
  if (plan.unknown.length > 0) {
    throw rule('not_coordinated_by_leaver', 'En af de unge på listen koordineres ikke af den, der stopper. Hent listen igen.');
  }
  for (const receiver of plan.receivers) await requireCaseworker(tx, receiver);
  const handovers: Handover[] = [];
  for (const { youthId, to } of plan.offers) handovers.push(await offerInstead(tx, youthId, leaverId, to));
  const id = newId();
  for (const { to, ...which } of plan.moves) tx.enqueue(staffSucceeded, { successionId: id, fromStaffId: leaverId, toStaffId: to, ...which });
  const detail = { successionId: id, to: plan.receivers };
  tx.audit('staff.succeeded', { type: 'staff_member', id: leaverId, youthIds: plan.offers.map(({ youthId }) => youthId), ground: 'team_leader', detail });
  return { id, handovers: handovers.map((offer) => ({ id: offer.id, youthId: offer.youthId, to: offer.toStaffId })), withoutReceiver: plan.withoutReceiver };
}

/** Somebody of the unit that the actor leads, also one who has left. @throws DomainError not_found */
export async function openLeaver(tx: Tx, leaverId: string): Promise<StaffMember> {
  const leaver = await tx.find(StaffMember, leaverId);
  if (!hasRole(tx.actor, 'team_leader') || tx.actor.departmentId !== leaver.departmentId) throw notFound();
  return leaver;
}

function requireReceivers(leaverId: string, { to, assignments = [] }: SuccessionRequest): void {
  if (to === undefined && assignments.length === 0) {
    throw invalid([{ field: 'to', code: 'required', message: 'Vælg, hvem der skal overtage: én for alle eller en for hver ung.' }]);
  }
  if (to === leaverId || assignments.some((assignment) => assignment.to === leaverId)) {
    throw invalid([{ field: 'to', code: 'leaver', message: 'Vælg en anden end den, der stopper.' }]);
  }
}

/** The leaver's youths, locked in one order so that two successions never wait for each other. */
async function youthsOf(tx: Tx, staffId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT y.id FROM youth y JOIN coordination c ON c.youth_id = y.id AND c.until_at IS NULL
     WHERE c.staff_id = $1 ORDER BY y.id FOR UPDATE OF y`,
    [staffId], 'coordinated-by',
  );
  return rows.map(({ id }) => id);
}

async function offerInstead(tx: Tx, youthId: string, from: string, to: string): Promise<Handover> {
  const open = await openHandoverOf(tx, youthId);
  if (open?.toStaffId === to) return open;
  if (open !== null) await withdrawOpenHandover(tx, youthId);
  return offerTo(tx, youthId, from, to);
}
