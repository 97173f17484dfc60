import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, rule } from '../../platform/errors/domain-error.js';
import { endAccess, grantAccess } from '../access/grant-access.js';
import { Youth } from '../youth.entity.js';
import { Coordination } from './coordination.entity.js';
import { withdrawOpenHandover } from './open-handover.js';

interface CurrentCoordination {
  readonly id: string;
  readonly staffId: string;
}

const CURRENT = 'SELECT id, staff_id AS "staffId" FROM coordination WHERE youth_id = $1 AND until_at IS NULL';

/** The youth's coordinating caseworker, or null while there is none. */
export async function coordinatorOf(tx: Tx, youthId: string): Promise<string | null> {
  return (await current(tx, youthId))?.staffId ?? null;
}

/** Whether the actor is the youth's coordinating caseworker. */
export async function isCoordinator(tx: Tx, youthId: string): Promise<boolean> {
  return tx.actor.staffId !== null && (await coordinatorOf(tx, youthId)) === tx.actor.staffId;
}

/**
 * Names the coordinating caseworker of a youth that has none: on import and creation.
 * @throws DomainError conflict `has_coordinator`; rule `not_a_caseworker`
 */
export async function assignFirstCoordinator(tx: Tx, youthId: string, staffId: string): Promise<void> {
  await tx.lock(Youth, youthId);
  if ((await current(tx, youthId)) !== undefined) {
    throw conflict('has_coordinator', 'Den unge har allerede en koordinerende sagsbehandler. Brug en overdragelse.');
  }
  await requireCaseworker(tx, staffId);
  await begin(tx, youthId, staffId);
  tx.audit('coordinator.assigned', { type: 'youth', id: youthId, youthIds: [youthId], detail: { toStaffId: staffId } });
}

/**
 * Another becomes the coordinating caseworker at once: an accepted hand-over, or a conclusion that names one. The former
 * one's access from it ends; an offer still open is withdrawn. Naming the present one changes nothing.
 * @throws DomainError rule `not_a_caseworker`
 */
export async function changeCoordinator(tx: Tx, youthId: string, staffId: string): Promise<void> {
  await tx.lock(Youth, youthId);
  const former = await current(tx, youthId);
  if (former?.staffId === staffId) return;
  await requireCaseworker(tx, staffId);
  await withdrawOpenHandover(tx, youthId);
  if (former !== undefined) await end(tx, youthId, former);
  await begin(tx, youthId, staffId);
  const detail = { fromStaffId: former?.staffId ?? null, toStaffId: staffId };
  tx.audit('coordinator.changed', { type: 'youth', id: youthId, youthIds: [youthId], detail });
}

/**
 * Only an active caseworker or team leader coordinates.
 * @throws DomainError rule `not_a_caseworker`
 */
export async function requireCaseworker(tx: Tx, staffId: string): Promise<void> {
  const found = await tx.query(
    `SELECT 1 FROM staff_member s JOIN staff_role r ON r.staff_id = s.id
     WHERE s.id = $1 AND s.deactivated_at IS NULL AND r.role IN ('caseworker', 'team_leader')
       AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2) LIMIT 1`,
    [staffId, tx.today], 'coordinator-candidate',
  );
  if (found.length === 0) {
    throw rule('not_a_caseworker', 'Vælg en sagsbehandler eller teamleder, der er ansat. Andre kan ikke koordinere.');
  }
}

async function current(tx: Tx, youthId: string): Promise<CurrentCoordination | undefined> {
  return (await tx.query<CurrentCoordination>(CURRENT, [youthId], 'coordination-current'))[0];
}

async function begin(tx: Tx, youthId: string, staffId: string): Promise<void> {
  const coordination = Object.assign(new Coordination(), { id: newId(), youthId, staffId, fromAt: tx.now, untilAt: null });
  await tx.save(coordination);
  await grantAccess(tx, { youthId, holder: { staffId }, ground: 'coordinating_caseworker', sourceId: coordination.id });
}

async function end(tx: Tx, youthId: string, former: CurrentCoordination): Promise<void> {
  await tx.query('UPDATE coordination SET until_at = greatest($2, from_at) WHERE id = $1', [former.id, tx.now], 'coordination-end');
  await endAccess(tx, { youthId, ground: 'coordinating_caseworker', sourceId: former.id, untilAt: tx.now });
}
