import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden, invalid } from '../../platform/errors/domain-error.js';
import { openYouth } from '../../youths/access/open-youth.js';
import { youthOfLookup } from '../../youths/lookups/youth-of-lookup.js';
import { referralChanged } from '../referral-events.js';
import type { ReferralInput } from '../referral.dto.js';
import { Referral } from '../referral.entity.js';
import { requireYouth } from '../referral-problems.js';
import { grantCardToAuthor } from '../steps/follow-access.js';
import { typeInForce, type TypeVersion } from '../types/referral-types.queries.js';
import { refuseSecondReferral } from './duplicate-referral.js';
import { fillReferral } from './fill-referral.js';
import { proposedAreas } from './proposed-areas.js';
import { askWhetherItBelongs, sendReferral } from './send-referral.js';

/** Whom the referral is about, and on what ground the author may raise it. */
interface About {
  readonly youthId: string | null;
  readonly ground: string | null;
}

/**
 * Raises a referral and sends it, unless it is kept as a draft. Returns its id.
 * @throws DomainError not_found; invalid; conflict `already_referred`; rule `lookup_expired`, `type_not_in_force`, `referral_incomplete`
 */
export async function raiseReferral(tx: Tx, sent: ReferralInput): Promise<string> {
  const { youthId, ground } = await whomItIsAbout(tx, sent);
  const type = await typeInForce(tx, sent.type, tx.today);
  requireYouth(youthId, type);
  if (youthId !== null) await refuseSecondReferral(tx, youthId, sent.type);
  const referral = newReferral(tx, youthId, type);
  fillReferral(referral, sent);
  if (sent.areas === undefined && youthId !== null) referral.areas = await proposedAreas(tx, youthId, type);
  askWhetherItBelongs(tx, referral);
  await begin(tx, referral, ground);
  if (sent.asDraft !== true) await sendReferral(tx, referral, type, false);
  return referral.id;
}

async function whomItIsAbout(tx: Tx, { youthId, lookupId }: ReferralInput): Promise<About> {
  if (youthId !== undefined && lookupId !== undefined) {
    throw invalid([{ field: 'lookupId', code: 'one_of', message: 'Send enten youthId eller lookupId, ikke begge.' }]);
  }
  if (youthId !== undefined) return { youthId, ground: (await openYouth(tx, youthId)).ground };
  if (lookupId !== undefined) return { youthId: await youthOfLookup(tx, lookupId), ground: 'stated_purpose' };
  return { youthId: null, ground: null };
}

function newReferral(tx: Tx, youthId: string | null, type: TypeVersion): Referral {
  if (tx.actor.departmentId === null) throw forbidden('no_department', 'Du er ikke knyttet til en enhed og kan derfor ikke bede om K-møde.');
  return Object.assign(new Referral(), {
    id: newId(), youthId, type: type.code, typeId: type.id, areas: [], urgentReason: null, urgentNote: null, belongs: {},
    withoutYouthReason: null, withoutYouthNote: null, youthWish: null, authorId: staffIdOf(tx.actor), authorDepartmentId: tx.actor.departmentId,
    state: 'draft', queueFirst: false, returnOn: null, createdAt: tx.now, submittedAt: null, acceptedAt: null,
  });
}

async function begin(tx: Tx, referral: Referral, ground: string | null): Promise<void> {
  await tx.save(referral);
  if (referral.youthId !== null) await grantCardToAuthor(tx, referral, referral.youthId);
  const youthIds = referral.youthId === null ? [] : [referral.youthId];
  const detail = { type: referral.type, belongs: referral.belongsOutcome };
  tx.audit('referral.raised', { type: 'referral', id: referral.id, youthIds, ground, detail });
  tx.enqueue(referralChanged, { referralId: referral.id });
}
