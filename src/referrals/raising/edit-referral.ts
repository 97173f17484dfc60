import { staffIdOf } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { conflict, forbidden } from '../../platform/errors/domain-error.js';
import { referralChanged } from '../referral-events.js';
import { EDITABLE_REFERRAL_STATES } from '../referral-states.js';
import type { ReferralChange } from '../referral.dto.js';
import { Referral } from '../referral.entity.js';
import { requireYouth } from '../referral-problems.js';
import { visibleReferral } from '../referral-scope.js';
import { typeById, typeInForce } from '../types/referral-types.queries.js';
import { refuseSecondReferral } from './duplicate-referral.js';
import { fillReferral } from './fill-referral.js';
import { askWhetherItBelongs, sendReferral } from './send-referral.js';

/**
 * Changes a draft, or one that was returned, and asks the check anew.
 * @throws DomainError not_found; forbidden `not_yours`; conflict `invalid_transition`, `already_referred`
 */
export async function editReferral(tx: Tx, id: string, change: ReferralChange): Promise<void> {
  const referral = await lockOwn(tx, id);
  if (!EDITABLE_REFERRAL_STATES.includes(referral.state)) {
    throw conflict('invalid_transition', 'Kun en kladde eller en anmodning, der er sendt tilbage, kan rettes.', { state: referral.state });
  }
  if (change.type !== undefined && change.type !== referral.type) {
    const type = await typeInForce(tx, change.type, tx.today);
    requireYouth(referral.youthId, type);
    if (referral.youthId !== null) await refuseSecondReferral(tx, referral.youthId, change.type, id);
    Object.assign(referral, { type: type.code, typeId: type.id });
  }
  fillReferral(referral, change);
  askWhetherItBelongs(tx, referral);
  await tx.save(referral);
  const fields = Object.keys(change).filter((field) => change[field as keyof ReferralChange] !== undefined);
  tx.audit('referral.edited', { type: 'referral', id, youthIds: referral.youthId === null ? [] : [referral.youthId], detail: { fields } });
  tx.enqueue(referralChanged, { referralId: id });
}

/**
 * Sends a draft or a returned referral. Where its author insists, what the check turns away goes to triage; else it stays.
 * @throws DomainError not_found; forbidden `not_yours`; conflict `invalid_transition`, `already_referred`; rule `referral_incomplete`
 */
export async function submitReferral(tx: Tx, id: string, insists = true): Promise<void> {
  const referral = await lockOwn(tx, id);
  if (referral.youthId !== null) await refuseSecondReferral(tx, referral.youthId, referral.type, id);
  askWhetherItBelongs(tx, referral);
  await sendReferral(tx, referral, await typeById(tx, referral.typeId), insists);
}

async function lockOwn(tx: Tx, id: string): Promise<Referral> {
  const referral = await tx.lock(Referral, id, visibleReferral(tx));
  if (!isAuthorOrLeader(tx, referral)) throw forbidden('not_yours', 'Kun den, der skrev anmodningen, eller enhedens teamleder kan ændre den.');
  return referral;
}

/** The author, or the team leader of the author's unit: authors fall ill and move on. */
export function isAuthorOrLeader({ actor }: Pick<Tx, 'actor'>, referral: Referral): boolean {
  if (referral.authorId === staffIdOf(actor)) return true;
  return actor.roles.includes('team_leader') && actor.departmentId === referral.authorDepartmentId;
}
