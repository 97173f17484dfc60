import { hasRole } from '../../platform/database/actor.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden } from '../../platform/errors/domain-error.js';
import { visibleTo } from '../../youths/access/visible-youths.js';
import { isCoordinator } from '../../youths/coordination/coordinators.js';
import type { Action } from './action.entity.js';

/** Actions of youths whose case the actor may see; of anonymous items, one's own, and all for secretary and chair. */
export function visibleAction(tx: Tx): Scope {
  return (alias) => {
    const { sql, parameters } = visibleTo(tx)(alias);
    const anonymous = `(${alias}.youth_id IS NULL AND (${alias}.owner_id = :actionOwner OR :actionAll))`;
    const actionAll = hasRole(tx.actor, 'meeting_secretary', 'chair');
    return { sql: `((${sql}) OR ${anonymous})`, parameters: { ...parameters, actionOwner: tx.actor.staffId, actionAll } };
  };
}

/**
 * Who may say that an action is done, or change it: its owner, the coordinating caseworker, the owner's team leader; of an
 * anonymous item also secretary and chair.
 * @throws DomainError forbidden `not_your_action`
 */
export async function requireMayWorkOn(tx: Tx, action: Action): Promise<void> {
  if (action.ownerId === tx.actor.staffId) return;
  if (action.youthId === null && hasRole(tx.actor, 'meeting_secretary', 'chair')) return;
  if (action.youthId !== null && (await isCoordinator(tx, action.youthId))) return;
  if (hasRole(tx.actor, 'team_leader') && (await worksInUnitOf(tx, action.ownerId))) return;
  throw forbidden('not_your_action', 'Det kan den ansvarlige, den koordinerende sagsbehandler og den ansvarliges teamleder.');
}

async function worksInUnitOf(tx: Tx, staffId: string): Promise<boolean> {
  const found = await tx.query(
    'SELECT 1 FROM staff_member WHERE id = $1 AND department_id = $2', [staffId, tx.actor.departmentId], 'action-owner-unit',
  );
  return found.length > 0;
}
