import type { Tx } from '../platform/database/tx.js';
import { forbidden } from '../platform/errors/domain-error.js';
import { requireVersion } from '../platform/http/if-match.js';
import type { AccessGround } from '../youths/access/access-grounds.js';
import { lockYouth } from '../youths/access/open-youth.js';
import { isCoordinator } from '../youths/coordination/coordinators.js';
import type { Youth } from '../youths/youth.entity.js';
import { Plan } from './plan.entity.js';

export interface OpenPlan {
  readonly youth: Youth;
  readonly ground: AccessGround;
  readonly plan: Plan;
}

/** The youth's active plan, or null while there is none. */
export async function activePlanOf(tx: Tx, youthId: string): Promise<Plan | null> {
  return tx.manager.createQueryBuilder(Plan, 'p').where('p.youth_id = :youthId AND p.ended_at IS NULL', { youthId }).getOne();
}

/**
 * The plan for writing, begun when there is none; the youth stays locked, so that two writers wait for each other.
 * @param expected the version last seen (0: there was no plan); left out where a change cannot overwrite another's
 * @throws DomainError not_found; forbidden `not_coordinator`; precondition `changed_meanwhile`
 */
export async function lockPlan(tx: Tx, youthId: string, expected?: number): Promise<OpenPlan> {
  const { youth, ground } = await lockYouth(tx, youthId);
  if (!(await isCoordinator(tx, youthId))) {
    throw forbidden('not_coordinator', 'Kun den koordinerende sagsbehandler skriver i planen. Bed om at få det skrevet ind.');
  }
  const present = await activePlanOf(tx, youthId);
  if (expected !== undefined) requireVersion(present?.version ?? 0, expected, { version: present?.version ?? 0 });
  const plan = present ?? (await tx.save(Plan.begin(youthId, tx.now)));
  return { youth, ground, plan };
}
