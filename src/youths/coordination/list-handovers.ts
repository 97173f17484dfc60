import { hasRole, staffIdOf } from '../../platform/database/actor.js';
import { isId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { groundFor } from '../access/open-youth.js';
import type { HandoverState } from './handover.entity.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface HandoverLine {
  readonly id: string;
  /** Whom the receiver is asked to take: name and birth date, no more before it is accepted. */
  readonly youth: Named & { readonly birthDate: string };
  readonly from: Named | null;
  readonly to: Named;
  readonly offeredAt: Date;
  readonly state: HandoverState;
}

const LINES = `
  SELECT h.id, json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name, 'birthDate', y.birth_date) AS youth,
    CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.id, 'name', f.name) END AS "from",
    json_build_object('id', t.id, 'name', t.name) AS "to", h.offered_at AS "offeredAt", h.state
  FROM handover h JOIN youth y ON y.id = h.youth_id JOIN staff_member t ON t.id = h.to_staff_id LEFT JOIN staff_member f ON f.id = h.from_staff_id`;

/** The offers that wait for an answer and concern the actor, or as team leader the own unit; the oldest first. */
export async function listOpenHandovers(tx: Tx): Promise<HandoverLine[]> {
  const unit = hasRole(tx.actor, 'team_leader') ? tx.actor.departmentId : null;
  const lines = await tx.query<HandoverLine>(
    `${LINES} WHERE h.state = 'offered' AND ($1 IN (h.to_staff_id, h.from_staff_id, h.offered_by)
       OR $2::uuid IN (t.department_id, f.department_id, y.department_id)) ORDER BY h.offered_at, h.id`,
    [staffIdOf(tx.actor), unit], 'handover-open-list',
  );
  tx.audit('handovers.listed', { type: 'handover', id: null, youthIds: lines.map(({ youth }) => youth.id), ground: 'handover' });
  return lines;
}

/** One hand-over that concerns the actor; when it is accepted, the receiver alone. @throws DomainError not_found */
export async function handoverLine(tx: Tx, handoverId: string): Promise<HandoverLine> {
  if (!isId(handoverId)) throw notFound();
  const [line] = await tx.query<HandoverLine>(
    `${LINES} WHERE h.id = $1 AND (h.to_staff_id = $2 OR (h.state <> 'accepted' AND $2 IN (h.from_staff_id, h.offered_by)))`,
    [handoverId, staffIdOf(tx.actor)], 'handover-line',
  );
  if (line === undefined) throw notFound();
  return line;
}

export interface CoordinatorLine {
  readonly staff: Named;
  readonly fromAt: Date;
  readonly untilAt: Date | null;
}

/** Who has coordinated a youth, the present one first; the read is logged. @throws DomainError not_found */
export async function showCoordinators(tx: Tx, youthId: string): Promise<CoordinatorLine[]> {
  const ground = await groundFor(tx, youthId);
  tx.audit('coordinators.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return tx.query<CoordinatorLine>(
    `SELECT json_build_object('id', s.id, 'name', s.name) AS staff, c.from_at AS "fromAt", c.until_at AS "untilAt"
     FROM coordination c JOIN staff_member s ON s.id = c.staff_id WHERE c.youth_id = $1 ORDER BY c.from_at DESC, c.id DESC`,
    [youthId], 'coordinator-history',
  );
}
